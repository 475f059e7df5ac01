// The hosted variant, served over loopback: the same page from several files.

import assert from "node:assert/strict";
import { HOSTED, browsers } from "./harness.mjs";
import { CHAIN, ROW, askWhy, assertRows, closeWhy, exportedCaseload, go } from "./due-list.mjs";
import { asRow, due, inRuleOrder } from "./kkd.mjs";
import { openExample } from "./own.mjs";

const DAY = "2026-11-23";

browsers("The hosted variant", { url: HOSTED, now: `${DAY}T09:00` }, ({ test }) => {
  test("shows the example and explains it", async (page) => {
    assert.ok(HOSTED, "`cargo xtask e2e` serves it and says where");
    await openExample(page);
    assert.match(await page.url(), /^http:\/\/127\.0\.0\.1:/);
    const caseload = await exportedCaseload(page);
    await go(page, "#/faellig", ROW);
    const lines = inRuleOrder(due(DAY, caseload));
    await assertRows(page, lines.map(asRow));

    await askWhy(page, ROW);
    const shown = await page.attributes(`${CHAIN} [data-rule]`, "data-rule");
    for (const { rule } of lines[0].grounds) {
      assert.ok(shown.includes(rule), `${rule} in ${shown}`);
    }
    await closeWhy(page);
  });

  test("reads the example cases from beside the page when they are asked for", async (page) => {
    await page.open("#/regeln");
    await page.waitFor('[data-kd="case-example"][data-passed="true"]');
    assert.equal(await page.count('[data-kd="case-example"][data-passed="false"]'), 0);
    const asked = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname));
    assert.ok(asked.includes("/examples.json"), String(asked));
  });

  test("finds its way back with the browser's own button", async (page) => {
    await page.open("#/willkommen");
    await go(page, "#/daten", 'input[data-kd="import-file"]');
    await page.back();
    await page.waitFor('[data-kd="door-own"]');
    assert.match(await page.url(), /#\/willkommen$/);
  });
});
