// The screen waits a moment for the disk, so that a change and the word that it is saved come together; a disk that does
// not answer holds up nothing but that word.

import assert from "node:assert/strict";
import { browsers } from "./harness.mjs";
import { SAVED, beginOwn, unlock } from "./own.mjs";
import { HISTORY, NOTE, SAVE, bringIn, customers, noteOf, openCase } from "./customers.mjs";
import { READY } from "./page.mjs";

const SAVING = `${READY} [data-kd="save-state"][data-state="saving"]`;
const UNSAVED = '[data-kd="case-unsaved"]';
const [SOMEBODY] = customers(1);

/** Runs in the page before its scripts: while `window.kdStuck`, nobody is told that the disk is done. */
function stuckDisk() {
  const { get, set } = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, "oncomplete");
  window.kdLate = [];
  Object.defineProperty(IDBTransaction.prototype, "oncomplete", {
    configurable: true,
    get,
    set(told) {
      const tell = (event) => (window.kdStuck ? window.kdLate.push(() => told.call(this, event)) : told.call(this, event));
      set.call(this, told && tell);
    },
  });
}

browsers("The screen", { now: "2026-11-23T09:00", before: stuckDisk }, ({ test }) => {
  test("is not ready between a change and the word that it is saved", async (page) => {
    await beginOwn(page);
    await bringIn(page, [SOMEBODY]);
    await openCase(page, SOMEBODY);
    await page.fill(NOTE, "gleich");
    await page.waitFor(UNSAVED);
    const changes = await page.count(HISTORY);
    const atOnce = await page.evaluate(
      ([save, ready, history]) => {
        document.querySelector(save).click();
        return [document.querySelector(ready) !== null, document.querySelectorAll(history).length];
      },
      [SAVE, READY, HISTORY],
    );
    assert.deepEqual(atOnce, [false, changes]);
    await page.waitFor(SAVED);
    assert.equal(await page.count(HISTORY), changes + 1);
    assert.equal(await page.count(UNSAVED), 0);
  });

  test("goes on when the disk does not answer, and says so", async (page) => {
    await page.open("#/faellig");
    await unlock(page);
    await openCase(page, SOMEBODY);
    const changes = await page.count(HISTORY);
    await page.evaluate(() => (window.kdStuck = true));
    await page.fill(NOTE, "ohne Antwort");
    await page.click(SAVE);
    await page.waitFor(SAVING);
    assert.equal(await page.count(HISTORY), changes + 1);
    await page.evaluate(() => {
      window.kdStuck = false;
      for (const tell of window.kdLate.splice(0)) {
        tell();
      }
    });
    await page.waitFor(SAVED);
    assert.equal(await noteOf(page, SOMEBODY), "ohne Antwort");
  });
});
