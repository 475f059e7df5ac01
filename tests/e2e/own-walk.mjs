// A walk through an own caseload, from its first day to its worst. `look` is called with the name of what is on screen
// and the tab in which it is.

import { denyStorage } from "./faults.mjs";
import { ERROR, go } from "./due-list.mjs";
import { OWN, PASSPHRASE, openAnew, setUp } from "./own.mjs";
import { FORM, bringIn, customer, keepNote, openCase } from "./customers.mjs";
import { DIALOG } from "./walks.mjs";

const FIELD = 'input[data-kd="passphrase"]';
const UNLOCK = 'button[data-kd="unlock"]';
const CANCEL = '[data-kd="cancel-form"]';
const TODAY = "2026-11-23";

const SOMEONE = customer(1);
const GONE = customer(2, { closed_on: "2024-01-05" });
const OTHERS = [3, 4].map((n) => customer(n, { in_care_since: "2026-06-01" }));

const appointment = (id, who, date, start) => ({
  id,
  case: who.id,
  date,
  start,
  duration_minutes: 45,
  channel: "in_person",
  kind: "follow_up",
  recorded_on: "2026-11-02",
  legal_notice: true,
});

const APPOINTMENTS = [
  appointment("t-1", SOMEONE, TODAY, "08:00"),
  appointment("t-2", OTHERS[0], TODAY, "09:00"),
  appointment("t-3", OTHERS[1], "2026-12-14", "09:00"),
];

/** Clicks one of the keys by which one says what became of an appointment. */
const became = (page, id, value) => page.click(`[data-appointment="${id}"] button[value="${value}"]`);

async function theFirstDays(page, look) {
  await openAnew(page, "#/daten");
  await page.click(UNLOCK);
  await page.waitFor(ERROR);
  await look("set-up with errors");
  await setUp(page);
  await look("Daten with an empty caseload");
  await bringIn(page, [SOMEONE, GONE, ...OTHERS], [], APPOINTMENTS);
  await go(page, "#/heute", '[data-kd="appointments"]');
  await became(page, "t-1", "held");
  await became(page, "t-2", "no_show");
  await page.waitFor('[data-kd="suggestion"]');
  await look("Heute with an appointment held and one missed");
  await openCase(page, OTHERS[1]);
  await became(page, "t-3", "cancelled");
  await page.waitFor(CANCEL);
  await page.select(`${CANCEL} [name="cancelled_by"]`, "customer");
  await page.fill(`${CANCEL} [name="cancelled_on"]`, "morgen");
  await page.click('[data-kd="cancel-save"]');
  await page.waitFor(`${CANCEL} [data-kd="remark"]`);
  await look("a cancellation with faults");
  await page.fill(`${CANCEL} [name="cancelled_on"]`, "heute");
  await page.click('[data-kd="cancel-save"]');
  await page.waitGone(CANCEL);
  await go(page, "#/ausfall", '[data-kd="free-time"]');
  await look("Terminausfall with a gap and a missed appointment");
}

async function aChange(page, look) {
  await openCase(page, SOMEONE);
  await page.select(`${FORM} [name="profile"]`, "I");
  await page.focus(`${FORM} [name="customer_number"]`);
  await page.press("Control+a");
  await page.press("Delete");
  await page.press("Tab");
  await page.waitFor(`${FORM} [aria-invalid="true"]`);
  await page.click('[data-kd="case-save"]');
  await page.waitFor(`${FORM} ${ERROR}`);
  await look("Fall with errors");
  await page.click('[data-kd="case-discard"]');
  await keepNote(page, SOMEONE, "geändert");
  await look("Fall with a history");
  await page.goto("#/fall/niemand");
  await page.waitText("h1", "Fall nicht gefunden");
  await look("Fall that is not there");
}

async function theData(page, look, backup) {
  await go(page, "#/daten", '[data-kd="restore-file"]');
  await page.click('[data-kd="case-add"]');
  await page.waitFor(DIALOG);
  await look("the dialog to add somebody");
  await page.press("Escape");
  await page.waitGone(DIALOG);
  await page.upload('[data-kd="restore-file"]', { name: "foto.kkd", content: "kein" });
  await page.waitFor(`.kd-restore ${ERROR}`);
  await page.click('[data-kd="deletion-row"] input');
  await page.click('[data-kd="delete-finally"]');
  await page.waitFor(DIALOG);
  await look("the dialog to delete somebody");
  await page.press("Escape");
  await page.waitGone(DIALOG);
  await page.upload('[data-kd="restore-file"]', { name: backup.name, content: backup.bytes });
  await page.fill('[data-kd="restore-passphrase"]', PASSPHRASE);
  await page.click('[data-kd="restore-open"]');
  await page.waitFor('[data-kd="restore-row"]');
  await page.click('[data-kd="erase-all"]');
  await page.waitFor(`.kd-erase ${ERROR}`);
  await look("Daten with the dry run of a backup");
}

async function asAnotherWindow(other, look) {
  await other.open("#/datenschutz");
  await look("Datenschutz", other);
  await go(other, "#/daten", FIELD);
  await look("the locked caseload", other);
  await other.fill(FIELD, "falsch");
  await other.click(UNLOCK);
  await other.waitFor(ERROR);
  await look("a wrong passphrase", other);
  await other.fill(FIELD, PASSPHRASE);
  await other.click(UNLOCK);
  await other.waitFor('button[data-kd="take-over"]');
  await look("Daten while another window writes", other);
}

async function theWorst(page, look, session) {
  await page.idb(OWN).alter("records", 2, 20);
  await page.reload();
  await page.fill(FIELD, PASSPHRASE);
  await page.click(UNLOCK);
  await page.waitFor('[data-kd="role"][data-role="read-only"]');
  await look("a damaged caseload");
  await page.evaluate(() => document.querySelector(".kd-losses").setAttribute("open", ""));
  await look("what of it is damaged");
  await page.idb(OWN).put("meta", "vault", "{");
  await page.reload();
  await page.waitFor('button[data-kd="rescue"]');
  await look("a caseload that cannot be opened");
  const denied = await session.tab({ before: denyStorage });
  await denied.open("#/daten");
  await look("no storage", denied);
  await denied.click('[data-kd="without-storage"]');
  await denied.waitFor('[data-kd="import-file"]');
  await look("Daten in memory", denied);
}

/** The whole walk. */
export async function ownCaseload(page, look, session) {
  await theFirstDays(page, look);
  await go(page, "#/daten", '[data-kd="export-backup"]');
  const backup = await page.download(() => page.click('[data-kd="export-backup"]'));
  await aChange(page, look);
  await theData(page, look, backup);
  await asAnotherWindow(await session.tab(), look);
  await theWorst(page, look, session);
}
