// Regeln: every rule in words, every example run in the page, and a number of the policy changed for the office with a
// preview that equals what comes of it.

import assert from "node:assert/strict";
import { ERROR, ROW, chips, exportedCaseload, go } from "./due-list.mjs";
import { TOAST } from "./findings.mjs";
import { browsers } from "./harness.mjs";
import { due } from "./kkd.mjs";
import { openExample } from "./own.mjs";

const DAY = "2026-11-23";
const K1 = '[data-kd="parameter"][data-name="k1_months"]';
const VALUE = '[data-kd="parameter-value"]';
const EFFECT = '[data-kd="effect"]';
const SAVE = '[data-kd="parameter-save"]';

const tally = (lines) =>
  lines.reduce((counts, { state }) => ({ ...counts, [state]: (counts[state] ?? 0) + 1 }), {});

browsers("Regeln", { now: `${DAY}T09:00` }, ({ test }) => {
  test("all rules are told and all examples pass", async (page) => {
    await openExample(page);
    await go(page, "#/regeln", '[data-kd="case-example"]');
    assert.equal(await page.count('[data-kd="policy-rule"]'), 57);
    assert.equal(await page.count('[data-kd="open-question"]'), 17);
    assert.equal(await page.count('[data-kd="case-example"][data-passed="false"]'), 0);
    const passed = await page.count('[data-kd="case-example"][data-passed="true"]');
    const summary = await page.attribute('[data-kd="case-examples"]', "data-passed");
    assert.equal(String(passed), summary);
    assert.ok(passed > 150, `${passed} examples`);
  });

  test("a shorter interval is previewed, taken over, and put back", async (page) => {
    await openExample(page);
    const before = await chips(page);
    await go(page, "#/regeln", K1);
    await page.click(`${K1} [data-kd="parameter-change"]`);
    await page.fill(VALUE, "3");
    await page.waitFor(EFFECT);
    const effects = await page.evaluate(
      (css) => [...document.querySelectorAll(css)].map(({ dataset }) => [dataset.state, Number(dataset.before), Number(dataset.after)]),
      EFFECT,
    );
    assert.ok(effects.some(([state]) => state === "overdue"), "somebody becomes overdue");
    await page.click(SAVE);
    await page.waitText(ERROR, /Grund/);
    await page.fill("#kd-parameter-reason", "Hausverfügung 3/2026");
    await page.click(SAVE);
    await page.waitFor(`${K1}[data-value="3"]`);
    await go(page, "#/faellig", ROW);
    const after = await chips(page);
    for (const [state, old, now] of effects) {
      assert.equal(before[state], old, `${state} before`);
      assert.equal(after[state], now, `${state} after`);
    }
    const changed = new Set(effects.map(([state]) => state));
    for (const [state, count] of Object.entries(before)) {
      assert.equal(changed.has(state) ? count : after[state], count, `${state} stays`);
    }
    const lines = due(DAY, await exportedCaseload(page));
    for (const [state, count] of Object.entries(tally(lines))) {
      assert.equal(after[state], count, `${state} as kkd has it`);
    }
    await go(page, "#/regeln", K1);
    await page.click(`${K1} [data-kd="parameter-reset"]`);
    await page.waitFor(`${K1}[data-value="4"]`);
    await go(page, "#/faellig", ROW);
    assert.deepEqual(await chips(page), before);
  });

  test("a value out of its range and a missing day are refused at their field", async (page) => {
    await openExample(page);
    await go(page, "#/regeln", K1);
    await page.click(`${K1} [data-kd="parameter-change"]`);
    for (const value of ["0", "25", ""]) {
      await page.fill(VALUE, value);
      await page.click(SAVE);
      await page.waitText(ERROR, /außerhalb/);
      assert.equal(await page.count(EFFECT), 0);
    }
    await page.fill(VALUE, "3");
    await page.fill("#kd-parameter-since", "");
    await page.click(SAVE);
    await page.waitText(ERROR, /ersten Tag/);
    assert.equal(await page.count(TOAST), 0);
    await page.waitFor(`${K1}[data-value="4"]`);
  });

  test("a day can be typed over digit by digit", async (page) => {
    await openExample(page);
    await go(page, "#/regeln", K1);
    await page.click(`${K1} [data-kd="parameter-change"]`);
    const since = "#kd-parameter-since";
    await page.waitFor(since);
    const before = await page.value(since);
    await page.evaluate((css) => document.querySelector(css).focus(), since);
    // The day or the month, whichever the browser puts first.
    await page.type("05");
    const after = await page.value(since);
    assert.match(after, /^\d{4}-(05-\d\d|\d\d-05)$/);
    assert.notEqual(after, before);
  });

  test("the policy can be read without a caseload", async (page) => {
    await page.open("#/regeln");
    await page.waitFor('[data-kd="policy-rule"]');
  });
});
