// Two tabs that both write as fast as they can, each taking over whenever it is not the writer. At the end every change
// that the page called saved must be there, once. Not part of the suite; by hand:
//
//   KD_FILE=$PWD/dist/kontaktdichte.html node tests/e2e/long/two-tabs.mjs --seconds 60 --browser chromium
//
// A change is a note "Fenster 1, Nr. 17" of a customer of the tab's own. At the end there must be as many records as
// changes, the import included, without a gap; both tabs and a new start must show the last change of each tab.

import assert from "node:assert/strict";
import { parseArgs } from "node:util";
import { chromium } from "../drivers/chromium.mjs";
import { firefox } from "../drivers/firefox.mjs";
import { OWN, beginOwn, unlock } from "../own.mjs";
import { Session } from "../session.mjs";
import { bringIn, customers, noteOf, openCase } from "../customers.mjs";

const { values } = parseArgs({
  options: { seconds: { type: "string", default: "60" }, browser: { type: "string", default: "chromium" } },
});
const seconds = Number(values.seconds);
const driver = [chromium, firefox].find(({ name }) => name === values.browser);
if (!driver || !(seconds > 0)) {
  console.error("usage: node tests/e2e/long/two-tabs.mjs --seconds 60 --browser chromium|firefox");
  process.exit(2);
}

const PEOPLE = customers(2);

/** Starts in the page: changes the note of the open customer until `window.kdStop`, and counts in `window.kdDone`. */
function write(who) {
  const find = (css) => document.querySelector(css);
  const noteField = () => find('[data-kd="case-form"] [name="note"]');
  const state = () => find('[data-kd="save-state"]')?.getAttribute("data-state");
  const isWriter = () => find('[data-kd="role"]')?.getAttribute("data-role") === "writer";
  const tick = () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(null);
    });
  const isSaved = (text) => noteField()?.value === text && !find('[data-kd="case-unsaved"]') && state() === "saved";
  window.kdDone = 0;
  window.kdTaken = 0;
  window.kdRefused = 0;
  window.kdStop = false;
  window.kdEnded = (async () => {
    let isPending = false;
    for (let number = 1; !window.kdStop || isPending; ) {
      if (!isWriter()) {
        const button = find('[data-kd="take-over"]');
        if (button) {
          button.click();
          window.kdTaken += 1;
        }
        await tick();
        continue;
      }
      const text = `Fenster ${who}, Nr. ${number}`;
      isPending = true;
      const field = noteField();
      field.value = text;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      await tick();
      const save = find('[data-kd="case-save"]');
      if (save.disabled) {
        window.kdRefused += 1;
        continue;
      }
      save.click();
      // A refused change leaves the typed note unsaved; it is typed again in the next turn.
      const deadline = performance.now() + 20_000;
      let waited = false;
      for (;;) {
        await tick();
        if (isSaved(text)) {
          window.kdDone = number;
          number += 1;
          isPending = false;
          break;
        }
        if (find('[data-kd="case-unsaved"]') && waited) {
          window.kdRefused += 1;
          break;
        }
        waited = true;
        if (!isWriter() && find('[data-kd="take-over"]')) {
          // Something of it may wait to be written: only the writer can.
          find('[data-kd="take-over"]').click();
          window.kdTaken += 1;
        }
        if (performance.now() > deadline) {
          throw new Error(`change ${number} of tab ${who} was not saved: ${state()}`);
        }
      }
    }
  })().catch((error) => {
    window.kdFailed = error.message;
  });
}

const session = new Session(driver, { now: "2026-11-23T09:00" });
await session.start();
try {
  const first = await session.tab();
  await beginOwn(first);
  await bringIn(first, PEOPLE);
  const second = await session.tab();
  await second.open("#/daten");
  await unlock(second);
  const tabs = [first, second];
  for (const [index, tab] of tabs.entries()) {
    await openCase(tab, PEOPLE[index]);
  }
  for (const [index, tab] of tabs.entries()) {
    await tab.evaluate(write, index + 1);
  }
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  for (const tab of tabs) {
    await tab.evaluate(() => {
      window.kdStop = true;
    });
  }
  // Only the writer can finish what it began, so both must have ended before anything is read.
  const ended = [];
  for (const tab of tabs) {
    ended.push(
      await tab.evaluate(async () => {
        await window.kdEnded;
        return { done: window.kdDone, taken: window.kdTaken, refused: window.kdRefused, failed: window.kdFailed ?? null };
      }),
    );
  }
  console.log(`${driver.name}, ${seconds} s:`, JSON.stringify(ended));
  const assertAll = async (page, where) => {
    const records = await page.idb(OWN).keys("records");
    const changes = ended.reduce((sum, { done }) => sum + done, 0);
    console.log(`  ${where}: ${records.length} records, of which 1 import and ${changes} changes`);
    assert.deepEqual([records.length, records[0], records.at(-1)], [changes + 1, 1, changes + 1], where);
    for (const [index, person] of PEOPLE.entries()) {
      assert.equal(await noteOf(page, person), `Fenster ${index + 1}, Nr. ${ended[index].done}`, where);
    }
  };
  assert.deepEqual(
    ended.map(({ failed }) => failed),
    [null, null],
  );
  for (const [index, tab] of tabs.entries()) {
    await assertAll(tab, `seen in tab ${index + 1}`);
  }
  const again = await session.restart();
  await again.open("#/faellig");
  await unlock(again);
  await assertAll(again, "after a new start");
  console.log("every change is there once");
} finally {
  await session.stop();
}
