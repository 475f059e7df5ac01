// Several tabs with one caseload: one writes, the others follow and can take over, and nothing is lost between them.

import assert from "node:assert/strict";
import { browsers } from "./harness.mjs";
import { ROW, exportedCaseload, go, rows } from "./due-list.mjs";
import { FILE } from "./intake.mjs";
import { LOCK, SAVED, beginOwn, openExample, unlock } from "./own.mjs";
import { HISTORY, NOTE, SAVE, bringIn, customer, customers, keepNote, noteOf, openCase } from "./customers.mjs";

const PEOPLE = customers(6);
const [FIRST, SECOND] = PEOPLE;
const role = (name) => `[data-kd="role"][data-role="${name}"]`;
const TAKE_OVER = 'button[data-kd="take-over"]';

/** The right to write goes to this tab. */
async function takeOver(page) {
  await page.click(TAKE_OVER);
  await page.waitFor(role("writer"));
}

/** Another tab with the caseload open. */
async function another(session, hash = "#/faellig") {
  const page = await session.tab();
  await page.open(hash);
  await unlock(page);
  return page;
}

browsers("Two tabs", { now: "2026-11-23T09:00" }, ({ test, session }) => {
  test("show the same, and only one of them changes it", async (page) => {
    await beginOwn(page);
    await bringIn(page, PEOPLE);
    const other = await another(session);
    await other.waitFor(ROW);
    assert.equal((await rows(other)).length, PEOPLE.length);
    await other.waitFor(role("follower"));
    await page.waitFor(role("writer"));
    await other.waitText("[data-kd=role]", /Ein anderes Fenster bearbeitet diesen Bestand/);
    assert.equal(await page.count(TAKE_OVER), 0);

    await openCase(other, FIRST);
    assert.ok(await other.evaluate((css) => document.querySelector(css).matches(":disabled"), NOTE));
    assert.ok(await other.evaluate((css) => document.querySelector(css).matches(":disabled"), SAVE));
    await keepNote(page, FIRST, "zu sehen");
    await other.until("the note", (css) => document.querySelector(css).value === "zu sehen", NOTE);
    assert.equal(await other.count(HISTORY), 2);
    await other.press("Control+z");
    await go(other, "#/daten", FILE);
    assert.ok(await other.evaluate((css) => document.querySelector(css).disabled, FILE));
    await page.waitFor(SAVED);
    assert.equal(await noteOf(page, FIRST), "zu sehen", "the follower undid nothing");
  });

  test("hand over back and forth, and every change is there once", async (page) => {
    await page.open("#/daten");
    await unlock(page);
    const other = await another(session, "#/daten");
    const notes = [];
    const tabs = [other, page];
    for (const [index, person] of PEOPLE.entries()) {
      const tab = tabs[index % 2];
      await takeOver(tab);
      await tabs[(index + 1) % 2].waitFor(role("follower"));
      await keepNote(tab, person, `von Fenster ${index % 2}, Runde ${index}`);
      notes.push(`von Fenster ${index % 2}, Runde ${index}`);
    }
    const assertAll = async (tab) => {
      const { cases } = JSON.parse(await exportedCaseload(tab));
      assert.deepEqual(
        cases.map(({ note }) => note),
        notes,
      );
    };
    for (const tab of tabs) {
      await assertAll(tab);
      await openCase(tab, SECOND);
      assert.equal(await tab.count(HISTORY), 2, "the import and one change");
    }
    const again = await session.restart();
    await again.open("#/faellig");
    await unlock(again);
    await assertAll(again);
    await openCase(again, SECOND);
    assert.equal(await again.count(HISTORY), 2);
  });

  test("leave the right to write when one is closed, and are locked together", async (page) => {
    await page.open("#/daten");
    await unlock(page);
    const other = await another(session);
    await other.waitFor(role("follower"));
    await keepNote(page, FIRST, "vor dem Ende");
    // The tab goes somewhere else without a word to the others.
    await page.evaluate(() => setTimeout(() => location.replace("about:blank")));
    await takeOver(other);
    await keepNote(other, FIRST, "nach dem Ende");

    const third = await another(session);
    await third.waitFor(ROW);
    await other.click(LOCK);
    await third.waitFor('input[data-kd="passphrase"]');
    assert.equal(await third.count(ROW), 0);
    await unlock(third);
    await third.waitFor(role("writer"));
    assert.equal(await noteOf(third, FIRST), "nach dem Ende");
  });

  test("share a changed example as well", async (page) => {
    await openExample(page);
    const [{ case: id, number }] = await rows(page);
    const someone = { id, customer_number: number };
    const other = await session.tab();
    await other.open("#/willkommen");
    await other.click('[data-kd="door-example"]');
    await other.waitFor(ROW);
    await other.waitFor(role("follower"));
    await keepNote(page, someone, "im ersten");
    await takeOver(other);
    await keepNote(other, someone, "im zweiten");
    await takeOver(page);
    await keepNote(page, someone, "wieder im ersten");
    const again = await session.restart();
    await again.open("#/faellig");
    assert.equal(await noteOf(again, someone), "wieder im ersten");
    assert.equal(await again.count(HISTORY), 3);

    // Made up anew in one window, it is in the other, and goes on being kept there.
    const beside = await session.tab();
    await beside.open("#/faellig");
    await beside.waitFor(role("follower"));
    assert.equal(await noteOf(beside, someone), "wieder im ersten");
    await again.click('[data-kd="example-reset"]');
    await again.click('[data-kd="example-reset-accept"]');
    await again.waitText('[data-kd="toast"]', /wie am Anfang/);
    await openCase(beside, someone);
    await beside.until("the first note", (css) => document.querySelector(css)?.value === "", NOTE);
    await beside.waitFor(role("follower"));
    await takeOver(beside);
    await keepNote(beside, someone, "neu begonnen");
    await beside.waitFor(SAVED);
    await openCase(again, someone);
    await again.until("the new note", (css) => document.querySelector(css)?.value === "neu begonnen", NOTE);
  });

  test("tell each other of a backup, also after a final deletion", async (page) => {
    const GONE = { ...customer(7), closed_on: "2024-10-01" };
    const AGE = 'a[data-kd="backup-age"]';
    const age = (count) => `${AGE}[data-changes="${count}"]`;
    await beginOwn(page);
    await bringIn(page, [FIRST, GONE]);
    await keepNote(page, GONE, "wird gelöscht");
    const other = await another(session);
    await other.waitFor(age(2));
    await other.waitText(AGE, /noch keine Sicherung/);
    const backUp = async (tab) => {
      await go(tab, "#/daten", '[data-kd="export-backup"]');
      await tab.download(() => tab.click('[data-kd="export-backup"]'));
    };
    await backUp(page);
    await other.waitFor(age(0));
    await other.waitText(AGE, /Sicherung heute/);
    await keepNote(page, FIRST, "danach");
    await other.waitFor(age(1));

    // The records are numbered anew; one change is still not in the backup.
    await go(page, "#/daten", '[data-kd="deletion-row"]');
    await page.check('[data-kd="deletion-row"] input');
    await page.click('button[data-kd="delete-finally"]');
    await page.click('button[data-kd="delete-confirm"]');
    await page.waitText('[data-kd="toast"]', /endgültig gelöscht/);
    await page.waitFor(age(1));
    await other.waitFor(age(1));
    await keepNote(page, FIRST, "noch später");
    await other.waitFor(age(2));
    await backUp(other);
    await page.waitFor(age(0));
  });
});
