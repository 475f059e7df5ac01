// The example: 320 invented customers in the due list, counted, filtered, searched, sorted and seen from another day.

import assert from "node:assert/strict";
import { browsers } from "./harness.mjs";
import {
  CHIP,
  ERROR,
  ROW,
  SEARCH,
  TODAY,
  assertRows,
  chips,
  exportedCaseload,
  go,
  rows,
  tally,
} from "./due-list.mjs";
import { asRow, due, inRuleOrder } from "./kkd.mjs";
import { openExample } from "./own.mjs";

const DAY = "2026-11-23";
const FIRST_DAY = "2025-11-27";
const BEFORE_FIRST_DAY = "2025-11-26";
const CUSTOMERS = 320;

/** The chips count every row, and only rows. */
function assertCounted(counts, list) {
  for (const [state, count] of Object.entries(counts)) {
    assert.equal(count, tally(list)[state] ?? 0, state);
  }
  assert.equal(
    Object.values(counts).reduce((sum, count) => sum + count, 0),
    list.length,
  );
}

browsers("The example", { now: `${DAY}T09:00` }, ({ test }) => {
  test("leads to the due list with everybody in it", async (page) => {
    await openExample(page);
    assert.equal(await page.value(TODAY), DAY);
    const list = await rows(page);
    assertCounted(await chips(page), list);
    assert.ok(Object.keys(tally(list)).length >= 6, "an example without variety is none");
    assert.equal(new Set(list.map(({ case: id }) => id)).size, list.length, "nobody stands there twice");

    const { cases } = JSON.parse(await exportedCaseload(page));
    assert.equal(cases.length, CUSTOMERS);
    const present = cases.filter(({ closed_on }) => !closed_on || closed_on > DAY).map(({ id }) => id);
    assert.deepEqual(list.map(({ case: id }) => id).sort(), present.sort());
  });

  test("is filtered by the chips, and they can be combined", async (page) => {
    await openExample(page);
    const all = await rows(page);
    const counts = await chips(page);
    const [one, other] = Object.keys(tally(all));
    const chip = (state) => `${CHIP}[data-state="${state}"]`;

    await page.click(chip(one));
    await assertRows(page, all.filter(({ state }) => state === one));
    assert.equal(await page.attribute(chip(one), "aria-pressed"), "true");
    assert.deepEqual(await chips(page), counts, "a filter does not change what is counted");

    await page.click(chip(other));
    await assertRows(page, all.filter(({ state }) => state === one || state === other));

    await page.click(chip(one));
    await page.click(chip(other));
    await assertRows(page, all);
  });

  test("is searched by name and by number", async (page) => {
    await openExample(page);
    const all = await rows(page);
    const { cases } = JSON.parse(await exportedCaseload(page));
    const names = new Map(cases.map(({ id, name }) => [id, name.toLowerCase()]));
    const wanted = all[Math.floor(all.length / 2)];
    await go(page, "#/faellig", ROW);

    await page.fill(SEARCH, wanted.number.toLowerCase());
    await assertRows(page, [wanted]);

    // Words in the other order, in capitals: a caseworker types what stands on paper.
    const words = names.get(wanted.case).split(" ").reverse();
    await page.fill(SEARCH, words.join(" ").toUpperCase());
    await assertRows(page, all.filter(({ case: id }) => words.every((word) => names.get(id).includes(word))));

    await page.fill(SEARCH, "gibt es nicht 0815");
    await assertRows(page, []);
    await page.press("Control+a");
    await page.press("Delete");
    await assertRows(page, all);
  });

  test("is sorted by a column, the other way, and again as the rules say", async (page) => {
    await openExample(page);
    const byRules = await rows(page);
    const heading = (name) =>
      page.evaluate((text) => {
        const [button] = [...document.querySelectorAll("thead button")].filter((one) => one.textContent.includes(text));
        button.id = "sort-heading";
      }, name);
    const compare = (one, other) => (one < other ? -1 : one > other ? 1 : 0);
    const dated = byRules.filter(({ latest }) => latest !== "");
    const undated = byRules.filter(({ latest }) => latest === "");

    await heading("Eintragen");
    for (const [sort, direction] of [
      ["ascending", 1],
      ["descending", -1],
    ]) {
      await page.click("#sort-heading");
      await page.waitFor(`th[aria-sort="${sort}"]:has(#sort-heading)`);
      const sorted = [...dated].sort((one, other) => direction * compare(one.recordBy, other.recordBy));
      await assertRows(page, sorted.concat(undated), sort);
    }
    await page.click("#sort-heading");
    await page.waitGone("th[aria-sort]");
    await assertRows(page, byRules);
  });

  test("says of every customer, on any day, what kkd says, in the order of the rules", async (page) => {
    await openExample(page);
    const today = await rows(page);
    const caseload = await exportedCaseload(page);
    await go(page, "#/faellig", ROW);
    const seen = new Map();
    for (const day of [DAY, "2026-12-24", "2027-06-30", FIRST_DAY]) {
      await page.fill(TODAY, day);
      const list = inRuleOrder(due(day, caseload)).map(asRow);
      await assertRows(page, list, day);
      assertCounted(await chips(page), list);
      seen.set(day, JSON.stringify(tally(list)));
    }
    assert.equal(new Set(seen.values()).size, seen.size, "another day changes the states");
    await page.fill(TODAY, DAY);
    await assertRows(page, today, "the way back leads to the same list");
  });

  test("refuses a day before the policy was in force and stays on its day", async (page) => {
    await openExample(page);
    const before = await rows(page);
    await page.fill(TODAY, BEFORE_FIRST_DAY);
    await page.waitFor(ERROR);
    assert.equal(await page.attribute(ERROR, "role"), "alert");
    assert.match(await page.text(ERROR), /26\.11\.2025/);
    assert.match(await page.text(ERROR), /27\.11\.2025/);
    assert.deepEqual(await rows(page), before);
    await page.focus(SEARCH);
    assert.equal(await page.value(TODAY), DAY, "the field shows the day that the list is for");

    await page.fill(TODAY, FIRST_DAY);
    await page.waitGone(ERROR);
    assert.equal(await page.value(TODAY), FIRST_DAY);
  });
});
