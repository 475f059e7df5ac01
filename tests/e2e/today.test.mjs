// The day of a caseworker: Heute, appointments that fall out, the quick search, everybody at once.

import assert from "node:assert/strict";
import { browsers } from "./harness.mjs";
import { beginOwn, openExample, unlock } from "./own.mjs";
import { bringIn, customer, openCase } from "./customers.mjs";
import { APPOINTMENT, CONTACT, COUNTS, TOAST, control } from "./day.mjs";
import { ROW, go } from "./due-list.mjs";

const NOW = "2026-12-07T09:00";
const OUTCOME = '[data-kd="outcome"]';
const HIT = '[data-kd="search-hit"]';

const PEOPLE = [1, 2, 3, 4].map((n) => customer(n, { in_care_since: "2026-06-01" }));
const [FIRST, SECOND, THIRD] = PEOPLE;

function appointment(id, who, date, start, more = {}) {
  return {
    id,
    case: who.id,
    date,
    start,
    duration_minutes: 45,
    channel: "in_person",
    kind: "follow_up",
    recorded_on: "2026-11-20",
    legal_notice: true,
    ...more,
  };
}

browsers("Heute", { now: NOW }, ({ test }) => {
  test("shows the appointments with their outcomes, what there is to do, and who presses", async (page) => {
    await beginOwn(page);
    await bringIn(page, PEOPLE, [], [
      appointment("t-1", FIRST, "2026-12-07", "08:00"),
      appointment("t-2", SECOND, "2026-12-07", "08:45"),
      appointment("t-3", THIRD, "2026-12-21", "09:00"),
      appointment("t-4", THIRD, "2026-12-04", "09:00"),
    ]);
    await go(page, "#/heute", OUTCOME);
    await page.waitText('[data-kd="today-day"]', /Mo 07\.12\.2026 · KW 50/);
    await page.waitFor('[data-kd="meter"][data-what="day"][data-is="2"][data-of="8"]');
    await page.waitText('[data-kd="todos"]', /1 Termin ohne Ergebnis \(04\.12\.2026\)/);
    assert.equal(await page.count('[data-kd="earlier"] [data-appointment="t-4"]'), 1);

    await page.click('[data-appointment="t-1"] button[value="held"]');
    await page.waitText('[data-appointment="t-1"]', /stattgefunden/);
    await page.until("the focus stays there", () => document.activeElement?.closest('[data-appointment="t-1"]') !== null);
    await page.click('[data-kd="appointments"] [data-kd="contact-add"]');
    await page.waitFor(`${COUNTS}[data-value="yes"]`);
    assert.equal(await page.value(control(CONTACT, "duration_minutes")), "45");
    await page.press("Control+Enter");
    await page.waitGone(CONTACT);
  });

  test("names five to phone when somebody does not come, and records the call in that time", async (page) => {
    await page.open("#/heute");
    await unlock(page);
    await page.waitFor('[data-appointment="t-2"]');
    await page.focus('[data-appointment="t-2"] button');
    await page.press("n");
    await page.waitFor('[data-kd="appointments"] [data-kd="suggestion"]');
    const reasons = await page.texts('[data-kd="appointments"] [data-kd="suggestion"]');
    assert.ok(reasons.every((text) => /überfällig|fällig/.test(text) && /Kontakt/.test(text)), reasons.join("\n"));
    await page.click('[data-kd="appointments"] [data-kd="call"]');
    await page.waitFor(`${COUNTS}[data-value="open"]`);
    assert.equal(await page.value(control(CONTACT, "channel")), "phone");
    assert.equal(await page.visible(control(CONTACT, "phone_grounds/reason_documented")), true);
    await page.press("Escape");
    await page.waitGone(CONTACT);
    assert.equal(await page.count('[data-kd="suggestion"]'), 0, "the time is used");
  });

  test("fills the gap of a cancellation in time, and leaves a late one alone", async (page) => {
    await page.open("#/heute");
    await unlock(page);
    await openCase(page, THIRD);
    await page.click('[data-appointment="t-3"] button[value="cancelled"]');
    await page.waitFor('[data-kd="cancel-form"]');
    await page.select('[data-kd="cancel-form"] [name="cancelled_by"]', "office");
    await page.waitText('[data-kd="cancel-form"]', /Die Dienststelle sagt nicht ab/);
    await page.select('[data-kd="cancel-form"] [name="cancelled_by"]', "customer");
    await page.waitText('[data-kd="cancel-form"]', /nachzubesetzen/);
    await page.fill('[data-kd="cancel-form"] [name="cancelled_on"]', "morgen");
    await page.click('[data-kd="cancel-save"]');
    await page.waitText('[data-kd="cancel-form"] [data-kd="remark"]', /noch nicht gekommen/);
    await page.fill('[data-kd="cancel-form"] [name="cancelled_on"]', "heute");
    await page.click('[data-kd="cancel-save"]');
    await page.waitGone('[data-kd="cancel-form"]');

    await go(page, "#/ausfall", '[data-kd="free-time"][data-rule="F7"] [data-kd="invite"]');
    await page.click('[data-kd="invite"]');
    await page.waitFor(APPOINTMENT);
    assert.equal(await page.value(control(APPOINTMENT, "date")), "21.12.2026");
    await page.press("Control+Enter");
    await page.waitGone(APPOINTMENT);
    await page.waitGone('[data-kd="free-time"][data-rule="F7"]');
  });

  test("asks deputy, team and team lead when the caseworker is away", async (page) => {
    await page.open("#/ausfall");
    await unlock(page);
    await page.waitFor('[data-kd="absence-form"]');
    await page.fill("#kd-absence-from", "21.12.");
    await page.fill("#kd-absence-to", "20.12.");
    await page.click('[data-kd="absence-save"]');
    await page.waitText('[data-kd="absence-form"] [data-kd="error"]', /liegt vor dem ersten/);
    await page.fill("#kd-absence-to", "23.12.");
    await page.click('[data-kd="absence-save"]');
    await page.waitFor('[data-kd="affected"]');
    assert.deepEqual(await page.attributes('[data-kd="helper"]', "data-helper"), ["deputy", "team", "team_lead"]);
    await page.click('[data-kd="taken-over"]');
    await page.waitText('[data-kd="affected"]', /übernommen: Vertretung/);
    await go(page, "#/uebertrag", '[data-kd="transfer"][data-what="absence"]');
  });

  test("follows the day when it is left open overnight", async (page) => {
    await openExample(page);
    await go(page, "#/heute", '[data-kd="pressing-row"]');
    await page.waitText('[data-kd="today-day"]', /Mo 07\.12\.2026/);
    await page.travel("2026-12-08T07:00");
    await page.evaluate(() => window.dispatchEvent(new Event("visibilitychange")));
    await page.waitText('[data-kd="today-day"]', /Di 08\.12\.2026/);
  });
});

browsers("The quick search", { now: NOW }, ({ test }) => {
  test("finds people, pages and actions, and gives the focus back", async (page) => {
    await openExample(page);
    const number = await page.attribute(ROW, "data-number");
    await page.focus(`${ROW} [data-kd="why"]`);
    await page.press("/");
    await page.type("prüf");
    await page.waitText(HIT, /^Prüfung/);
    await page.press("Escape");
    await page.until("the focus is back", () => document.activeElement?.getAttribute("data-kd") === "why");
    await page.press("Control+k");
    await page.type(number.toLowerCase());
    await page.waitText(HIT, new RegExp(`Kontakt erfassen.*${number}`));
    await page.press("ArrowDown");
    await page.press("Enter");
    await page.waitFor(CONTACT);
    await page.press("Escape");
    await page.waitGone(CONTACT);
    await page.until("the focus is back", () => document.activeElement?.getAttribute("data-kd") === "why");
    await page.press("?");
    await page.waitText("dialog", /Schnellsuche/);
    await page.press("Escape");
    await page.waitGone("dialog");
  });
});

browsers("Bestand", { now: NOW }, ({ test }) => {
  test("lists everybody, the closed ones too, and changes several at once", async (page) => {
    await beginOwn(page);
    await bringIn(page, [FIRST, SECOND, customer(9, { closed_on: "2026-01-05" })]);
    await go(page, "#/bestand", '[data-kd="customer-row"]');
    assert.equal(await page.count('[data-kd="customer-row"]'), 3);
    await page.fill('[data-kd="customers-search"]', "person 2");
    await page.until("one row", () => document.querySelectorAll('[data-kd="customer-row"]').length === 1);
    await page.fill('[data-kd="customers-search"]', "");
    await page.until("all rows", () => document.querySelectorAll('[data-kd="customer-row"]').length === 3);
    await page.click('[data-kd="pick-all"]');
    await page.select('[data-kd="bulk-field"]', "category");
    await page.select('[data-kd="bulk-value"]', "K3");
    await page.click('[data-kd="bulk-save"]');
    await page.waitText(TOAST, /Kategorie gesetzt für 3 Personen/);
    await page.press("Control+z");
    await page.waitText(TOAST, /Zurückgenommen/);
  });
});
