// Closed customers whose time is up are deleted for good, everything is deleted on a typed word, and nothing comes back.

import assert from "node:assert/strict";
import { browsers } from "./harness.mjs";
import { ERROR, ROW, exportedCaseload, go } from "./due-list.mjs";
import { opened } from "./kkd.mjs";
import { LOCK, OWN, PASSPHRASE, SAVED, openAnew, setUp, unlock } from "./own.mjs";
import { dumpStore } from "./store-dump.mjs";
import { HISTORY, bringIn, customer, keepNote, noteOf, openCase } from "./customers.mjs";

const DAY = "2026-11-23";
const LINE = '[data-kd="deletion-row"]';
const MONTHS = 'select[data-kd="retention-months"]';
const DELETE = 'button[data-kd="delete-finally"]';
const CONFIRM = 'button[data-kd="delete-confirm"]';
const WORD = '.kd-erase input[data-kd="erase-word"]';
const ERASE = 'button[data-kd="erase-all"]';

const STAYS = customer(1);
const GOES = customer(2, { closed_on: "2024-10-01", closed_reason: "Umzug" });
const WAITS = customer(3, { closed_on: "2024-11-23" });
const SOON = customer(4, { closed_on: "2024-12-10" });
const LATER = customer(5, { closed_on: "2025-10-10" });

const lines = async (page) => {
  const [who, due] = [await page.attributes(LINE, "data-number"), await page.attributes(LINE, "data-due")];
  return who.map((number, index) => [number, due[index]]);
};
const numbers = (text) => JSON.parse(text).cases.map((found) => found.customer_number);

browsers("Deleting", { now: `${DAY}T09:00` }, ({ test, session }) => {
  test("closed customers is offered when their time is up", async (page) => {
    await openAnew(page, "#/daten");
    await setUp(page);
    await bringIn(page, [STAYS, GOES, WAITS, SOON, LATER]);
    await go(page, "#/daten", LINE);
    assert.deepEqual(await lines(page), [
      [GOES.customer_number, "true"],
      [WAITS.customer_number, "true"],
      [SOON.customer_number, "false"],
    ]);
    await page.select(MONTHS, "12");
    await page.until("the fourth", (css) => document.querySelectorAll(css).length === 4, LINE);
    assert.deepEqual((await lines(page)).at(-1), [LATER.customer_number, "true"]);
    await page.reload();
    await unlock(page);
    assert.equal(await page.value(MONTHS), "12");
    await page.select(MONTHS, "24");
    await page.until("the three", (css) => document.querySelectorAll(css).length === 3, LINE);
  });

  test("them is final, and leaves the others their history", async (page) => {
    await page.open("#/daten");
    await unlock(page);
    await keepNote(page, STAYS, "bleibt");
    await keepNote(page, GOES, "geht");
    await keepNote(page, STAYS, "bleibt auch");
    await go(page, "#/daten", LINE);
    assert.equal(await page.count(`${DELETE}[disabled]`), 1, "nobody is chosen");
    await page.check(`${LINE}[data-number="${GOES.customer_number}"] input`);
    await page.click(DELETE);
    await page.click('button[data-kd="delete-cancel"]');
    await page.waitGone(CONFIRM);
    assert.equal((await lines(page)).length, 3);
    const before = await dumpStore(page);
    const follower = await session.tab();
    await follower.open("#/daten");
    await unlock(follower);
    assert.ok(numbers(await exportedCaseload(follower)).includes(GOES.customer_number));

    await page.click(DELETE);
    await page.click(CONFIRM);
    await page.waitText('[data-kd="toast"]', /1 Person endgültig gelöscht/);
    // Nobody means the import that lies before it.
    await page.focus("main h1");
    await page.press("Control+z");
    await page.waitText('[data-kd="toast"]', /Endgültiges Löschen lässt sich nicht zurücknehmen/);
    assert.deepEqual(await lines(page), [
      [WAITS.customer_number, "true"],
      [SOON.customer_number, "false"],
    ]);
    const after = await dumpStore(page);
    const bytes = ({ records, snapshots }) => [...records, ...snapshots].map(([, value]) => value.bytes);
    assert.deepEqual(
      bytes(after).filter((one) => bytes(before).includes(one)),
      [],
      "every record and snapshot is another one",
    );
    assert.equal(after.snapshots.length, 1);

    // In the other tab, too, and that one goes on following.
    await follower.until("the end of the row", (css) => document.querySelectorAll(css).length === 2, LINE);
    await keepNote(page, STAYS, "bleibt wirklich");
    await openCase(follower, STAYS);
    await follower.until("the note", () => document.querySelector('[name="note"]').value === "bleibt wirklich");

    const rest = [STAYS, WAITS, SOON, LATER].map((person) => person.customer_number);
    let again = await session.restart();
    await again.open("#/daten");
    await unlock(again);
    assert.deepEqual(numbers(await exportedCaseload(again)), rest);
    await again.goto(`#/fall/${GOES.id}`);
    await again.waitText("h1", "Fall nicht gefunden");
    assert.equal(await noteOf(again, STAYS), "bleibt wirklich");
    assert.equal(await again.count(HISTORY), 4);

    // Back to the beginning: at no step is there anything of the one who is gone.
    await again.click('[data-kd="undo-last"]');
    await again.until("the note before", () => document.querySelector('[name="note"]').value === "bleibt auch");
    for (let steps = 0; (await again.count('[data-kd="undo-last"]')) > 0 && steps < 9; steps += 1) {
      assert.ok(!numbers(await exportedCaseload(again)).includes(GOES.customer_number));
      const html = await again.evaluate(() => document.documentElement.outerHTML);
      assert.ok(!html.includes(GOES.name));
      await go(again, "#/faellig", "h1");
      await again.focus("h1");
      await again.press("Control+z");
      await again.waitFor(SAVED);
      await again.goto(`#/fall/${STAYS.id}`);
      await again.waitFor("h1");
    }
    await go(again, "#/faellig", "h1");
    assert.equal(await again.count(ROW), 0, "the import was undone last");
    await again.focus("h1");
    await again.press("Control+y");
    await again.waitFor(ROW);
    await again.waitFor(SAVED);
    assert.deepEqual(numbers(await exportedCaseload(again)), rest);
    const backup = await again.download(() => again.click('[data-kd="export-backup"]'));
    assert.deepEqual(numbers(opened(DAY, backup.bytes, PASSPHRASE)), rest);
    await openCase(again, STAYS);
  });

  test("everything takes a typed word", async (page) => {
    await page.open("#/daten");
    await unlock(page);
    await page.fill(WORD, "LOSCHEN");
    await page.click(ERASE);
    await page.waitText(`.kd-erase ${ERROR}`, /nichts gelöscht/);
    assert.equal(await page.count(LOCK), 1);
    await page.fill(WORD, "LÖSCHEN");
    await page.click(ERASE);
    await page.waitFor('[data-kd="door-own"]');
    assert.equal(await page.count(LOCK), 0);
    const left = await page.evaluate(async () => [
      (await indexedDB.databases()).map(({ name }) => name),
      Object.keys(localStorage).filter((key) => key.startsWith("kontaktdichte.")),
    ]);
    assert.ok(!left[0].includes(OWN));
    assert.deepEqual(left[1], []);
    const again = await session.restart();
    await again.open();
    await again.waitFor('[data-kd="door-own"]');
    await again.goto("#/daten");
    await again.waitFor('[data-kd="clearance"]');
  });
});
