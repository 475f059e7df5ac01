// Undo belongs to the caseload that the import went into. An offer left over from the other one must not reach it.

import assert from "node:assert/strict";
import { browsers } from "./harness.mjs";
import { go, ROW, rows } from "./due-list.mjs";
import { ACCEPT, bring, LINE, takeOver } from "./intake.mjs";
import { beginOwn } from "./own.mjs";

const TOAST = '[data-kd="toast"]';
const DOOR = '[data-kd="door-example"]';
const LEAVE = ".kd-ribbon__ways button:last-child";

const own = { name: "eigene.csv", content: "Kundennr.;Name\nA1;Anna A\nA2;Bernd B\n" };
const other = { name: "andere.csv", content: "Kundennr.;Name\nB1;Bea B\n" };

browsers("Undo", { now: "2026-11-22T09:00" }, ({ test }) => {
  test("an import into the example leaves no offer behind that reaches the own caseload", async (page) => {
    await beginOwn(page);
    await takeOver(page, own);
    await go(page, "#/willkommen", DOOR);
    await page.click(DOOR);
    await page.waitFor(ROW);
    assert.equal(await page.count(TOAST), 0, "the note about the own list is gone");
    await takeOver(page, other);
    await page.click(LEAVE);
    await page.waitGone(LEAVE);
    assert.equal(await page.count(TOAST), 0, "the note about the example is gone");
    await go(page, "#/faellig", ROW);
    assert.deepEqual((await rows(page)).map((row) => row.number).sort(), ["A1", "A2"]);
  });

  test("Ctrl+Z takes the import back, but not while somebody types", async (page) => {
    await beginOwn(page);
    await takeOver(page, own);
    await go(page, "#/faellig", ROW);
    await page.fill('input[data-kd="due-search"]', "Anna");
    await page.press("Control+z");
    await go(page, "#/faellig", ROW);
    await page.focus("h1");
    await page.press("Control+z");
    await page.waitGone(ROW);
  });

  test("a list laid ready for the example does not follow into the own caseload", async (page) => {
    await beginOwn(page);
    await go(page, "#/willkommen", DOOR);
    await page.click(DOOR);
    await page.waitFor(ROW);
    await bring(page, other);
    await page.click(LEAVE);
    await page.waitGone(LEAVE);
    await go(page, "#/daten", 'input[data-kd="import-file"]');
    assert.equal(await page.count(LINE), 0);
    assert.equal(await page.count(ACCEPT), 0);
  });
});
