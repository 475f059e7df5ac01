// The program itself fails. Whatever was saved is on the disk, nothing of it stays on screen, and a rescue file is one
// click away.

import assert from "node:assert/strict";
import { browsers } from "./harness.mjs";
import { fillableMemory } from "./faults.mjs";
import { go } from "./due-list.mjs";
import { FILE } from "./intake.mjs";
import { opened } from "./kkd.mjs";
import { OWN, PASSPHRASE, SAVED, beginOwn, unlock } from "./own.mjs";
import { NOTE, bringIn, customers, keepNote, noteOf, openCase } from "./customers.mjs";

const DAY = "2026-11-23";
const CRASH = '[data-kd="crash"]';
const RELOAD = 'button[data-kd="reload"]';
const RESCUE = 'button[data-kd="rescue"]';

const PEOPLE = customers(4);
const [FIRST, SECOND] = PEOPLE;

/** The screen after a failure: the whole page, with nobody on it, and deaf to everything else. */
async function assertCrashed(page, place) {
  await page.waitFor(CRASH);
  assert.match(await page.text('[data-kd="crash-place"]'), place);
  const html = await page.evaluate(() => document.body.outerHTML);
  assert.ok(!html.includes("Person 1") && !html.includes(FIRST.customer_number), "nobody is on screen");
  assert.equal(await page.count("main"), 1);
  assert.deepEqual(await page.axe(), []);
  const before = await page.idb(OWN).keys("records");
  await page.press("Control+z");
  await page.evaluate(() => (location.hash = "#/faellig"));
  assert.deepEqual(await page.idb(OWN).keys("records"), before);
  assert.equal(await page.count(CRASH), 1);
}

async function assertRescued(page, notes) {
  const file = await page.download(() => page.click(RESCUE));
  assert.match(file.name, /\.kkd-rettung$/);
  await page.waitText(`${CRASH} [role="status"]`, /an den Browser übergeben/);
  const { cases } = JSON.parse(opened(DAY, file.bytes, PASSPHRASE));
  assert.deepEqual(
    cases.map(({ note }) => note ?? ""),
    notes,
  );
}

browsers("A failed program", { now: `${DAY}T09:00` }, ({ test, session }) => {
  test("shows a screen of its own, rescues what was saved, and opens it again", async (page) => {
    page.allow(/^\[error\]/);
    await beginOwn(page);
    await bringIn(page, PEOPLE);
    await keepNote(page, FIRST, "vor dem Fehler");
    await openCase(page, SECOND);
    await page.fill(NOTE, "angefangen");
    await page.waitFor('[data-kd="case-unsaved"]');
    await page.until("the draft on the disk", async (name) => {
      const opening = indexedDB.open(name);
      const db = await new Promise((resolve) => (opening.onsuccess = () => resolve(opening.result)));
      const counting = db.transaction("drafts").objectStore("drafts").count();
      const count = await new Promise((resolve) => (counting.onsuccess = () => resolve(counting.result)));
      db.close();
      return count === 1;
    }, OWN);

    // A time zone that is none: the program gives up in its own code when it next asks for the day.
    await page.evaluate(() => {
      const { getTimezoneOffset } = Date.prototype;
      window.kdMend = () => (Date.prototype.getTimezoneOffset = getTimezoneOffset);
      Date.prototype.getTimezoneOffset = () => 100_000;
      document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
    });
    await page.waitFor(CRASH);
    await page.evaluate(() => window.kdMend());
    await assertCrashed(page, /\.rs:\d+:\d+/);
    await page.screenshot("crash");
    await page.resize(360, 640);
    await page.screenshot("crash 360");
    await assertRescued(page, ["vor dem Fehler", "", "", ""]);

    await page.click(RELOAD);
    await unlock(page);
    assert.equal(await noteOf(page, FIRST), "vor dem Fehler");
    assert.equal(await noteOf(page, SECOND), "angefangen", "what was typed is there as well");
    await page.waitFor('[data-kd="case-unsaved"]');
  });

  test("does the same when it runs out of memory", async () => {
    const page = await session.tab({ before: fillableMemory });
    page.allow(/^\[error\]/);
    await page.open("#/daten");
    await unlock(page);
    await go(page, "#/daten", FILE);
    await page.waitFor(SAVED);
    await page.evaluate(() => window.kdFillMemory());
    // What deriving the key took is free again, and room for one copy of this; the line break makes it two.
    const note = `\n${"x".repeat(60_000_000)}`;
    const content = JSON.stringify({ format: "kontaktdichte-caseload", version: 1, note });
    await page.upload(FILE, { name: "gross.kkd.json", content });
    await assertCrashed(page, /Error/);
    await assertRescued(page, ["vor dem Fehler", "", "", ""]);
  });
});
