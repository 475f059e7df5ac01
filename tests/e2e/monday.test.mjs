// A whole Monday by keyboard: appointments with their outcomes, a call in a missed time, an appointment for somebody
// overdue, a correction, and the entries for ATV and VerBIS. All of it can be taken back, step by step.

import assert from "node:assert/strict";
import { browsers } from "./harness.mjs";
import { SAVED, beginOwn } from "./own.mjs";
import { bringIn, customer } from "./customers.mjs";
import { APPOINTMENT, CONTACT, COUNTS, TOAST, control } from "./day.mjs";
import { ROW, exportedCaseload, go } from "./due-list.mjs";

const PEOPLE = [1, 2, 3, 4, 5].map((n) => customer(n, { in_care_since: "2026-06-01" }));
const [FIRST, SECOND, , , WRONG] = PEOPLE;
Object.assign(WRONG, { category: "K3", progress_expected: true });

function appointment(id, who, start) {
  const known = { duration_minutes: 45, channel: "in_person", kind: "first", recorded_on: "2026-11-20", legal_notice: true };
  return { id, case: who.id, date: "2026-12-07", start, ...known };
}

/** Focuses a control inside a row and presses a key there. */
async function pressAt(page, selector, key) {
  await page.focus(selector);
  await page.press(key);
}

browsers("A Monday", { now: "2026-12-07T08:00" }, ({ test }) => {
  test("is done by keyboard and can be taken back as a whole", async (page) => {
    await beginOwn(page);
    await bringIn(page, PEOPLE, [], [appointment("t-1", FIRST, "08:00"), appointment("t-2", SECOND, "09:00")]);
    const before = await exportedCaseload(page);

    // 8:00, came: one key for the outcome, and the contact as usual.
    await go(page, "#/heute", '[data-appointment="t-1"]');
    await pressAt(page, '[data-appointment="t-1"] button', "s");
    await page.waitText('[data-appointment="t-1"]', /stattgefunden/);
    await pressAt(page, '[data-kd="appointments"] [data-kd="contact-add"]', "Enter");
    await page.waitFor(`${COUNTS}[data-value="yes"]`);
    await page.press("Alt+u");
    await page.press("Control+Enter");
    await page.waitGone(CONTACT);

    // 9:00, did not come: the first suggestion is phoned.
    await pressAt(page, '[data-appointment="t-2"] button', "n");
    await pressAt(page, '[data-kd="call"]', "Enter");
    await page.waitFor(CONTACT);
    for (const name of ["reason_documented", "plan_sent", "immediate_action"]) {
      await page.select(control(CONTACT, `phone_grounds/${name}`), "yes");
    }
    await page.waitFor(`${COUNTS}[data-value="yes"]`);
    await page.press("Alt+u");
    await page.press("Control+Enter");
    await page.waitGone(CONTACT);

    // Somebody overdue gets the first free time of a day with enough lead.
    await go(page, "#/faellig", ROW);
    await pressAt(page, `${ROW}[data-state="overdue"] [data-kd="appointment-add"]`, "t");
    await page.fill(control(APPOINTMENT, "date"), "in 2 Wochen");
    await page.waitFor('[data-kd="slot"]');
    await pressAt(page, '[data-kd="slot"]', "Enter");
    await page.until("the time", (css) => document.querySelector(css).value === "08:00", control(APPOINTMENT, "start"));
    await page.press("Control+Enter");
    await page.waitGone(APPOINTMENT);

    // A category is put right, and what belongs into the systems of record is ticked off.
    await go(page, "#/pruefung", `[data-kd="finding"][data-case="${WRONG.id}"] [data-kd="finding-apply"]`);
    await pressAt(page, `[data-kd="finding"][data-case="${WRONG.id}"] [data-kd="finding-apply"]`, "Enter");
    await go(page, "#/uebertrag", '[data-kd="transfer-done"]');
    const ticks = await page.count('[data-kd="transfer-done"]');
    for (let left = ticks; left > 0; left -= 1) {
      await pressAt(page, '[data-kd="transfer-done"]', "Enter");
      await page.until("one less", ([css, count]) => document.querySelectorAll(css).length < count, [
        '[data-kd="transfer-done"]',
        left,
      ]);
    }
    const after = JSON.parse(await exportedCaseload(page));
    const made = after.appointments.find(({ date }) => date === "2026-12-21");
    assert.equal(made.recorded_on, "2026-12-07", "ticked off means recorded in ATV");
    assert.equal(after.contacts.length, 2);
    assert.ok(after.contacts.every(({ documented_on }) => documented_on === "2026-12-07"));

    // All of it back, the import excepted.
    await go(page, "#/heute", "main h1");
    await page.focus("main h1");
    // Outcome and contact, outcome and call and contact, appointment, correction.
    for (let steps = 7 + ticks; steps > 0; steps -= 1) {
      await page.press("Control+z");
    }
    await page.waitText(TOAST, /Zurückgenommen/);
    await page.waitFor(SAVED);
    assert.deepEqual(JSON.parse(await exportedCaseload(page)), JSON.parse(before));
  });
});
