// A window that was overtaken: it could not write, or slept, while another one took the right to write by force and
// went on. What it had not written yet comes after what was written elsewhere; nothing is there twice, and nobody who
// was deleted comes back.

import assert from "node:assert/strict";
import { fillableDisk, sleepyTab } from "./faults.mjs";
import { browsers } from "./harness.mjs";
import { exportedCaseload, go } from "./due-list.mjs";
import { OWN, SAVED, beginOwn, unlock } from "./own.mjs";
import { HISTORY, bringIn, customer, keepNote, noteOf, openCase, writeNote } from "./customers.mjs";

const DAY = "2026-11-23";
const FAILED = '[data-kd="save-state"][data-state="failed"]';
const LINE = '[data-kd="deletion-row"]';
const STATUS = '[data-kd="case-form"] [name="status"]';
const TAKE_OVER = 'button[data-kd="take-over"]';
const role = (name) => `[data-kd="role"][data-role="${name}"]`;

const STAYS = customer(1);
const OTHER = customer(2);
const GOES = customer(3, { closed_on: "2024-10-01" });
const PEOPLE = [STAYS, OTHER, GOES];

/** A window with the caseload, and one whose disk can be full or who can sleep, which writes. */
async function twoWindows(session, before) {
  const late = await session.tab({ before });
  await beginOwn(late);
  await bringIn(late, PEOPLE);
  const page = await session.tab();
  await page.open("#/faellig");
  await unlock(page);
  await page.waitFor(role("follower"));
  return { late, page };
}

/** Takes over; the writer does not answer, so this takes some seconds. */
async function takeOver(page) {
  await page.click(TAKE_OVER);
  await page.waitFor(role("writer"));
}

async function deleteFinally(page, { customer_number }) {
  await go(page, "#/daten", LINE);
  await page.check(`${LINE}[data-number="${customer_number}"] input`);
  await page.click('button[data-kd="delete-finally"]');
  await page.click('button[data-kd="delete-confirm"]');
  await page.waitText('[data-kd="toast"]', /endgültig gelöscht/);
}

async function changeStatus(page, who, status) {
  await openCase(page, who);
  const before = await page.count(HISTORY);
  await page.select(STATUS, status);
  await page.click('[data-kd="case-save"]');
  await page.until("the change", ([css, count]) => document.querySelectorAll(css).length > count, [HISTORY, before]);
  await page.waitFor(SAVED);
}

/** Records are numbered from 1 without a gap, so none was written over another. */
async function assertNumbers(page, count) {
  const keys = await page.idb(OWN).keys("records");
  assert.deepEqual(
    keys,
    Array.from({ length: count }, (_, index) => index + 1),
  );
}

/** What every window shows, and a new start. */
async function assertSame(session, pages, wanted, lines) {
  const assertOne = async (page, what) => {
    const { cases } = JSON.parse(await exportedCaseload(page));
    assert.deepEqual(
      cases.map(({ id, note, status }) => ({ id, note: note ?? "", status })),
      wanted,
      what,
    );
    await openCase(page, STAYS);
    await page.until(`${lines} lines of history`, ([css, count]) => document.querySelectorAll(css).length === count, [
      HISTORY,
      lines,
    ]);
  };
  for (const [index, page] of pages.entries()) {
    await assertOne(page, `window ${index + 1}`);
  }
  const again = await session.restart();
  await again.open("#/faellig");
  await unlock(again);
  await assertOne(again, "after a new start");
}

browsers("An overtaken window", { now: `${DAY}T09:00` }, ({ test, session }) => {
  test("adds what it could not write, beside what was written meanwhile about the same person", async () => {
    const { late, page } = await twoWindows(session, fillableDisk);
    await late.evaluate(() => (window.kdFull = true));
    await writeNote(late, STAYS, "wartet");
    await late.waitFor(FAILED);
    await takeOver(page);
    await late.waitFor(role("follower"));
    await changeStatus(page, STAYS, "job_seeking");
    await keepNote(page, OTHER, "inzwischen");
    await assertNumbers(page, 3);
    await openCase(late, OTHER);
    await late.until("the other note", () => document.querySelector('[name="note"]').value === "inzwischen");
    await late.waitFor(FAILED);

    await late.evaluate(() => (window.kdFull = false));
    await takeOver(late);
    await late.waitFor(SAVED);
    await assertNumbers(late, 4);
    const wanted = [
      { id: STAYS.id, note: "wartet", status: "job_seeking" },
      { id: OTHER.id, note: "inzwischen", status: "unemployed" },
      { id: GOES.id, note: "", status: "unemployed" },
    ];
    await assertSame(session, [late, page], wanted, 3);
  });

  test("brings nobody back who was deleted for good meanwhile", async () => {
    const { late, page } = await twoWindows(session, fillableDisk);
    await keepNote(late, GOES, "geht");
    await keepNote(late, STAYS, "bleibt");
    await late.evaluate(() => (window.kdFull = true));
    await writeNote(late, GOES, "wartet und geht");
    await writeNote(late, STAYS, "wartet und bleibt");
    await late.waitFor(FAILED);
    await takeOver(page);
    await deleteFinally(page, GOES);
    await assertNumbers(page, 2);
    await late.goto(`#/fall/${GOES.id}`);
    await late.waitText("h1", "Fall nicht gefunden");
    assert.equal(await noteOf(late, STAYS), "wartet und bleibt");

    await late.evaluate(() => (window.kdFull = false));
    await takeOver(late);
    await late.waitFor(SAVED);
    await assertNumbers(late, 3);
    const wanted = [
      { id: STAYS.id, note: "wartet und bleibt", status: "unemployed" },
      { id: OTHER.id, note: "", status: "unemployed" },
    ];
    await assertSame(session, [late, page], wanted, 3);
  });

  test("that slept and still thinks it writes is told so by the store", async () => {
    const { late, page } = await twoWindows(session, sleepyTab);
    await keepNote(late, STAYS, "vor dem Schlaf");
    await late.evaluate(() => (window.kdDeaf = true));
    await takeOver(page);
    // The same number is free for both: only one of them gets it.
    await keepNote(page, OTHER, "inzwischen");
    assert.equal(await late.attribute("[data-kd=role]", "data-role"), "writer");
    await keepNote(late, STAYS, "aufgewacht");
    await assertNumbers(late, 4);
    // And the one that writes hears of it.
    await openCase(page, STAYS);
    await page.until("the late note", () => document.querySelector('[name="note"]').value === "aufgewacht");
    await keepNote(page, OTHER, "danach");
    await assertNumbers(page, 5);

    // Now the records are others, although their numbers are the same.
    await deleteFinally(page, GOES);
    await assertNumbers(page, 5);
    await keepNote(page, OTHER, "nach dem Löschen");
    await writeNote(late, STAYS, "noch einmal aufgewacht");
    await late.waitFor(SAVED);
    await assertNumbers(late, 7);
    await late.goto(`#/fall/${GOES.id}`);
    await late.waitText("h1", "Fall nicht gefunden");
    const wanted = [
      { id: STAYS.id, note: "noch einmal aufgewacht", status: "unemployed" },
      { id: OTHER.id, note: "nach dem Löschen", status: "unemployed" },
    ];
    await assertSame(session, [late, page], wanted, 4);
  });
});
