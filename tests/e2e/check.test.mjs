// Prüfung: what the page lists is what `kkd check` says; a correction, a reason and their way back; and what has to be
// entered in VerBIS because of it.

import assert from "node:assert/strict";
import { CHAIN, exportedCaseload, go } from "./due-list.mjs";
import {
  APPLY,
  FINDING,
  TOAST,
  TRANSFER,
  asShown,
  counts,
  findingOf,
  showAll,
  shown,
  tally,
} from "./findings.mjs";
import { browsers } from "./harness.mjs";
import { check } from "./kkd.mjs";
import { openExample } from "./own.mjs";

const DAY = "2026-11-23";
const KEEP = '[data-kd="finding-keep"]';
const UNDO = `${TOAST} [data-kd="undo"]`;
const REASON = "#kd-keep-reason";

/** Opens Prüfung on the example; returns the lines that `kkd check` has for it. */
async function openCheck(page) {
  await openExample(page);
  const lines = check(DAY, await exportedCaseload(page));
  await go(page, "#/pruefung", FINDING);
  return lines;
}

browsers("Prüfung", { now: `${DAY}T09:00` }, ({ test }) => {
  test("lists and counts what kkd check says, with every kind of finding", async (page) => {
    const lines = await openCheck(page);
    assert.deepEqual(await counts(page), tally(lines));
    await showAll(page);
    assert.deepEqual(await shown(page), asShown(lines));
    const rules = new Set(lines.map(({ rule }) => rule));
    for (const rule of "B4 B7 C1 C2 C3 C4 C5 C6 C7 E1 E2 E3 E4 E5 E6 E8 E9 F1 F5 F6 F7 F8 F9 F10 F11".split(" ")) {
      assert.ok(rules.has(rule), `the example has a finding of ${rule}`);
    }
    const texts = await page.texts(`${FINDING} .kd-check__what > p:first-child`);
    assert.equal(texts.filter((text) => text.length < 20).length, 0, "every finding says something");
  });

  test("one click corrects a category, is taken back, and lands on the Übertragsliste", async (page) => {
    const lines = await openCheck(page);
    const wrong = lines.find(({ rule, severity }) => rule === "E1" && severity === "error");
    const row = findingOf(wrong);
    await page.click('[data-kd="finding-count"][data-severity="error"]');
    await page.click(`${row} ${APPLY}`);
    await page.waitGone(row);
    await page.click(UNDO);
    await page.waitFor(row);
    await page.click(`${row} ${APPLY}`);
    await page.waitGone(row);
    await go(page, "#/uebertrag", TRANSFER);
    const entry = `${TRANSFER}[data-what="category"]`;
    await page.waitText(entry, new RegExp(`Kategorie ändern: ${wrong.expected}`));
    await page.click(`${entry} [data-kd="transfer-done"]`);
    await page.waitText(".kd-transfers__done summary", /erledigt: 1/);
    const after = check(DAY, await exportedCaseload(page));
    assert.equal(after.filter((line) => findingOf(line) === row).length, 0);
  });

  test("a reason keeps a finding away until a fact changes", async (page) => {
    const lines = await openCheck(page);
    const unmarked = lines.find(({ rule }) => rule === "E6");
    const row = findingOf(unmarked);
    await page.select("#kd-check-rule", "E6");
    await page.click(`${row} ${KEEP}`);
    await page.waitFor(REASON);
    await page.click('[data-kd="keep-save"]');
    await page.waitText('[data-kd="error"]', /Grund/);
    await page.fill(REASON, "mit der Teamleitung besprochen");
    await page.press("Escape");
    await page.waitGone(REASON);
    await page.click(`${row} ${KEEP}`);
    assert.equal(await page.value(REASON), "mit der Teamleitung besprochen", "what was begun stays");
    await page.click('[data-kd="keep-save"]');
    await page.waitGone(row);
    await page.check('[data-kd="show-kept"]');
    await page.waitText(`${row} [data-kd="finding-kept"]`, /mit der Teamleitung besprochen/);

    // The facts of the customer change, and the reason no longer holds.
    await page.click(`${row} .kd-due__name`);
    await page.waitFor('[data-kd="case-form"] [name="status"]');
    const other = (await page.value('[data-kd="case-form"] [name="status"]')) === "not_set" ? "job_seeking" : "not_set";
    await page.select('[data-kd="case-form"] [name="status"]', other);
    await page.click('[data-kd="case-save"]');
    await page.waitFor(TOAST);
    await go(page, "#/pruefung", FINDING);
    await page.select("#kd-check-rule", "E6");
    await page.waitFor(row);
    assert.equal(await page.count(`${row} [data-kd="finding-kept"]`), 0);
  });

  test("Warum? shows the rule and the chain", async (page) => {
    const lines = await openCheck(page);
    const row = findingOf(lines.find(({ rule }) => rule === "E1"));
    await page.click(`${row} [data-kd="why"]`);
    await page.waitFor(`.kd-why__finding [data-rule="E1"]`);
    assert.ok((await page.count(`${CHAIN} [data-rule]`)) > 0);
    await page.press("Escape");
    await page.waitGone(CHAIN);
  });
});
