// "Warum?": the chain behind a row rests on the rules and contacts that the batch command names for the same case.

import assert from "node:assert/strict";
import { browsers } from "./harness.mjs";
import { CHAIN, ROW, WHY, askWhy, closeWhy, exportedCaseload, go } from "./due-list.mjs";
import { due } from "./kkd.mjs";
import { openExample } from "./own.mjs";

const DAY = "2026-11-23";
const MOST_TABS = 60;

const rowOf = (id) => `${ROW}[data-case="${id}"]`;

/** One case of every kind that the explanation treats differently. */
function kinds(lines) {
  const found = new Map();
  for (const line of lines) {
    const rules = line.grounds.map(({ rule }) => rule);
    for (const kind of [
      `${line.group} ${line.counted_as} ${line.state}`,
      ...rules.map((rule) => `ground ${rule}`),
      ...line.contacts.map(({ counts, rules: [rule] }) => `contact ${counts} ${rule}`),
      line.changes_on ? "changes" : "stays",
    ]) {
      if (!found.has(kind)) {
        found.set(kind, line);
      }
    }
  }
  return [...new Set(found.values())];
}

/** Rules and judged contacts as they stand in the open chain. */
function readChain(page) {
  return page.evaluate((css) => {
    const chain = document.querySelector(css);
    const ids = (element) => [...element.querySelectorAll("[data-rule]")].map(({ dataset }) => dataset.rule);
    const folded = (element) => element.textContent.replace(/\s+/g, " ").trim();
    // "14.09.2026, telefonisch – zählt nicht: …" says the verdict to people; there is no other place for it.
    const judged = [...chain.querySelectorAll("li li")]
      .map((detail) => ({
        parts: /^(\d\d)\.(\d\d)\.(\d{4}), [^–]+ – (zählt:|zählt nicht:|bleibt außer Betracht:|offen:)/.exec(folded(detail)),
        rules: ids(detail),
      }))
      .filter(({ parts }) => parts);
    return {
      rules: ids(chain),
      contacts: judged.map(({ parts: [, day, month, year, verdict], rules }) => ({
        date: `${year}-${month}-${day}`,
        counts: verdict === "zählt:" ? "yes" : verdict === "offen:" ? "open" : "no",
        rules,
      })),
    };
  }, CHAIN);
}

/** Presses Tab until the focus is on something that matches. */
async function tabTo(page, selector) {
  for (let presses = 0; presses < MOST_TABS; presses += 1) {
    await page.press("Tab");
    if (await page.evaluate((css) => document.activeElement.matches(css), selector)) {
      return;
    }
  }
  assert.fail(`${selector} is not reached with ${MOST_TABS} times Tab`);
}

const focusedCase = (page) =>
  page.evaluate(([css, row]) => {
    const button = document.activeElement.closest(css);
    return button?.closest(row)?.dataset.case;
  }, [WHY, ROW]);

browsers("Warum?", { now: `${DAY}T09:00` }, ({ test }) => {
  test("rests on the grounds and contacts that kkd names", async (page) => {
    await openExample(page);
    const caseload = await exportedCaseload(page);
    await go(page, "#/faellig", ROW);
    const dates = new Map(JSON.parse(caseload).contacts.map(({ id, date }) => [id, date]));
    const asked = kinds(due(DAY, caseload));
    assert.ok(asked.length >= 15, `${asked.length} kinds of cases`);
    for (const line of asked) {
      await askWhy(page, rowOf(line.case));
      const chain = await readChain(page);
      const grounds = line.grounds.map(({ rule }) => rule);
      const shown = new Set(chain.rules);
      for (const rule of grounds) {
        assert.ok(shown.has(rule), `${rule} is missing for ${line.case}: ${chain.rules}`);
      }
      // Of the rules that make the group, the distance and the start of the clock, no others.
      const decides = (rule) => /^(A\d+|D[1-4])$/.test(rule);
      assert.deepEqual([...shown].filter(decides).sort(), grounds.filter(decides).sort(), line.case);
      const contacts = line.contacts
        .map(({ contact, counts, rules }) => ({ id: contact, date: dates.get(contact), counts, rules }))
        .sort((one, other) => (one.date + one.id < other.date + other.id ? 1 : -1))
        .map(({ date, counts, rules }) => ({ date, counts, rules }));
      assert.deepEqual(chain.contacts, contacts, line.case);
      await closeWhy(page);
      assert.equal(await focusedCase(page), line.case, "the focus returns to the button");
    }
  });

  test("is reached, read and left with the keyboard alone", async (page) => {
    await page.open("#/willkommen");
    await tabTo(page, '[data-kd="door-example"]');
    await page.press("Enter");
    await page.waitFor(ROW);
    await tabTo(page, WHY);
    const asked = await focusedCase(page);
    await page.press("Enter");
    await page.waitFor(CHAIN);

    const inside = () => {
      const dialog = document.querySelector('[data-kd="why-chain"]').closest('dialog, [role="dialog"]');
      return dialog.contains(document.activeElement) || document.activeElement === document.body;
    };
    for (let presses = 0; presses < 6; presses += 1) {
      assert.ok(await page.evaluate(inside), `after ${presses} times Tab the focus is on the page behind`);
      await page.press("Tab");
    }
    await closeWhy(page);
    assert.equal(await focusedCase(page), asked);
    const focusedRow = () =>
      page.evaluate((css) => document.activeElement.closest(css)?.dataset.case, ROW);
    // What else can be done in this row comes first.
    for (let presses = 0; presses < 4 && (await focusedRow()) === asked; presses += 1) {
      await page.press("Tab");
    }
    assert.notEqual(await focusedRow(), asked, "the next row follows");
    assert.ok(await focusedRow());
  });

  test("keeps explaining when the list behind it is filtered and sorted", async (page) => {
    await openExample(page);
    await page.click('[data-kd="due-count"][data-state="overdue"]');
    await page.until(
      "overdue rows only",
      (css) => [...document.querySelectorAll(css)].every(({ dataset }) => dataset.state === "overdue"),
      ROW,
    );
    const number = await page.attribute(ROW, "data-number");
    await askWhy(page, ROW);
    const dialog = await page.text(`:is(dialog, [role="dialog"]):has(${CHAIN})`);
    assert.ok(dialog.includes(number), dialog);
    await closeWhy(page);
    assert.equal(await page.attribute('[data-kd="due-count"][data-state="overdue"]', "aria-pressed"), "true");
  });
});
