// A whole Monday of the example, from the first appointment to the printed week, by the keyboard alone. What the page
// says afterwards is what `kkd` says of the exported file, line by line.

import assert from "node:assert/strict";
import { browsers } from "./harness.mjs";
import { choose, countPointers, search, tabAndPress, tabTo, typeInto } from "./by-keyboard.mjs";
import { APPOINTMENT, CONTACT, COUNTS, control } from "./day.mjs";
import { ROW } from "./due-list.mjs";
import { APPLY, FINDING, TRANSFER, showAll } from "./findings.mjs";
import { assertDue, assertFindings } from "./line-by-line.mjs";
import { openAnew } from "./own.mjs";
import { assertPrinted } from "./printed.mjs";

/** So many keys take a while, and in one browser twice as long as in the other. */
const DAY_LIMIT = 240_000;

const MONDAY = "2026-12-07";
const TODAY = '[data-kd="appointments"]';
const DONE = '[data-kd="transfer-done"]';
const CANCEL = 'form[data-kd="cancel-form"]';
const CALL = `${TODAY} [data-kd="call"]`;
const GROUNDS = ["reason_documented", "plan_sent", "immediate_action"];

const row = (id) => `${TODAY} [data-appointment="${id}"]`;
const ground = (name) => control(CONTACT, `phone_grounds/${name}`);

/** Saves the caseload on screen; returns the text of the file. */
async function exported(page) {
  await search(page, "daten", '[data-kd="export-json"]');
  await tabTo(page, '[data-kd="export-json"]');
  return (await page.download(() => page.press("Enter"))).text;
}

/** Saves the form that is open. */
async function save(page, form) {
  await page.press("Control+Enter");
  await page.waitGone(form);
}

/** Two weeks before, the day gets its eighth appointment. */
async function fillTheDay(page) {
  await search(page, "fällig", ROW);
  await tabAndPress(page, `${ROW}[data-state="overdue"] [data-kd="appointment-add"]`);
  await typeInto(page, control(APPOINTMENT, "date"), "in 2 Wochen");
  await page.waitFor('[data-kd="slot"]');
  await tabAndPress(page, '[data-kd="slot"]');
  await save(page, APPOINTMENT);
}

/** Says what became of an appointment and, if it was held, records the contact as usual. */
async function held(page, { id }) {
  await tabAndPress(page, `${row(id)} button`, "s");
  await page.waitText(row(id), /stattgefunden/);
  await tabAndPress(page, `${TODAY} [data-kd="contact-add"]`);
  await page.waitFor(CONTACT);
  await page.press("Alt+u");
  await page.waitFor(`${COUNTS}[data-value="yes"]`);
  await save(page, CONTACT);
}

/** Did not come: somebody else is phoned, and the call does not count for want of a plan. Returns the number called. */
async function missed(page, { id }) {
  await tabAndPress(page, `${row(id)} button`, "n");
  await page.waitText(row(id), /nicht erschienen/);
  await tabTo(page, CALL);
  const number = await page.evaluate(
    () => document.activeElement.closest('[data-kd="suggestion"]').querySelector(".kd-check__who").textContent,
  );
  await page.press("Enter");
  await page.waitFor(CONTACT);
  for (const name of GROUNDS) {
    await choose(page, ground(name), name === "plan_sent" ? "no" : "yes");
  }
  await page.press("Alt+u");
  await page.waitFor(`${COUNTS}[data-value="no"]`);
  await save(page, CONTACT);
  return number.match(/\d{3}[A-Z]\d+/)[0];
}

async function cancelled(page, at) {
  await tabAndPress(page, at, "a");
  await page.waitFor(CANCEL);
  await choose(page, control(CANCEL, "cancelled_by"), "customer");
  await save(page, CANCEL);
}

/** The same call, with the plan sent after all, counts. */
async function makeItCount(page, number) {
  await search(page, number, '[data-kd="contact-row"]');
  await page.waitFor('[data-kd="contact-row"]:first-child.kd-tone--danger');
  await tabAndPress(page, '[data-kd="contact-edit"]');
  await page.waitFor(CONTACT);
  await choose(page, ground("plan_sent"), "yes");
  await page.waitFor(`${COUNTS}[data-value="yes"]`);
  await save(page, CONTACT);
  await page.waitFor('[data-kd="contact-row"]:first-child.kd-tone--success');
}

/** Somebody cancels in time, and somebody else is invited into the gap. */
async function refill(page, { id, date, number }) {
  await search(page, number, `[data-appointment="${id}"]`);
  await tabAndPress(page, `[data-appointment="${id}"] button[value="cancelled"]`);
  await page.waitFor(CANCEL);
  await choose(page, control(CANCEL, "cancelled_by"), "customer");
  await save(page, CANCEL);
  const gap = { inside: '[data-kd="free-time"]', text: number };
  await search(page, "terminausfall", '[data-kd="free-time"]');
  await tabAndPress(page, '[data-kd="free-time"][data-rule="F7"] [data-kd="invite"]', "Enter", gap);
  await page.waitFor(APPOINTMENT);
  assert.equal(await page.value(control(APPOINTMENT, "date")), date.split("-").reverse().join("."));
  await save(page, APPOINTMENT);
  assert.equal((await page.texts('[data-kd="free-time"]')).filter((text) => text.includes(number)).length, 0);
}

/** Puts right what is wrong with two customers; returns who they are. */
async function correctTwo(page) {
  const corrected = [];
  await search(page, "prüfung", FINDING);
  while (corrected.length < 2) {
    await tabTo(page, APPLY);
    corrected.push(await page.evaluate(() => document.activeElement.closest("[data-case]").dataset.case));
    await page.press("Enter");
    await page.until("the correction", (before) => !document.activeElement?.matches(before), APPLY);
  }
  return corrected;
}

/** Ticks off everything that belongs into the systems of record; returns how many those were. */
async function transferAll(page) {
  await search(page, "übertrag", TRANSFER);
  const all = await page.count(DONE);
  for (let left = all; left > 0; left -= 1) {
    await tabAndPress(page, DONE);
    await page.until("one less", ([css, count]) => document.querySelectorAll(css).length < count, [DONE, left]);
  }
  return all;
}

browsers("A Monday of the example", { now: "2026-11-23T08:00", before: countPointers }, ({ test }) => {
  test("is done by the keyboard alone, and kkd agrees with the page line by line", async (page) => {
    await openAnew(page);
    await tabAndPress(page, '[data-kd="door-example"]');
    await page.waitFor(ROW);
    await fillTheDay(page);
    const { appointments, cases, contacts } = JSON.parse(await exported(page));
    const numbers = new Map(cases.map(({ id, customer_number }) => [id, customer_number]));
    const ofDay = (day) => appointments.filter(({ date, outcome }) => date === day && outcome === "open");

    await page.travel(`${MONDAY}T07:45`);
    await page.evaluate(() => window.dispatchEvent(new Event("visibilitychange")));
    await search(page, "heute", `${TODAY} [data-kd="outcome"]`);
    const today = ofDay(MONDAY);
    assert.equal(today.length, 8);
    assert.equal(await page.count(`${TODAY} [data-kd="outcome"]`), 8);
    const [absent, late, off, ...came] = today;
    for (const one of came) {
      await held(page, one);
    }
    const called = await missed(page, absent);
    await cancelled(page, `${row(late.id)} button`);
    await tabAndPress(page, `${row(off.id)} button[value="not_held"]`);
    await page.waitText(row(off.id), /nicht stattgefunden/);
    await makeItCount(page, called);
    const [gap] = ofDay("2026-12-21");
    await refill(page, { ...gap, number: numbers.get(gap.case) });
    const corrected = await correctTwo(page);
    const ticked = await transferAll(page);

    await search(page, "woche", '[data-kd="print"]');
    await tabAndPress(page, '[data-kd="print"]');
    assert.equal(await page.evaluate(() => window.kdPrinted), 1);

    const text = await exported(page);
    const after = JSON.parse(text);
    const outcomes = new Map(after.appointments.map(({ id, outcome }) => [id, outcome]));
    assert.deepEqual(
      today.map(({ id }) => outcomes.get(id)),
      ["no_show", "cancelled", "not_held", ...came.map(() => "held")],
    );
    assert.equal(after.contacts.length, contacts.length + came.length + 1);
    assert.equal(new Set(corrected).size, 2);
    assert.ok(ticked >= corrected.length && after.transfers.every(({ done_on }) => done_on === MONDAY));

    await search(page, "fällig", ROW);
    await assertDue(page, MONDAY, text);
    await search(page, "prüfung", FINDING);
    assert.equal(await page.evaluate(() => window.kdPointers), 0, "nothing was clicked");
    await showAll(page);
    await assertFindings(page, MONDAY, text);

    await search(page, "woche", '[data-kd="print"]');
    await assertPrinted(page);
  }, DAY_LIMIT);
});
