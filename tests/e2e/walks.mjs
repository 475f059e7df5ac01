// Walks through the example and through an own caseload that come by every screen and dialog. One page is opened for a
// whole walk, because to open one takes longer than to look at it. `look` is called with the name of what is on screen.

import assert from "node:assert/strict";
import { HINT, PROPOSED, enterAbsence, openWeek, suggest } from "./board.mjs";
import { CHIP, ERROR, ROW, SEARCH, TODAY, askWhy, assertRows, closeWhy, go } from "./due-list.mjs";
import { APPLY, FINDING, TRANSFER } from "./findings.mjs";
import { ACCEPT, LINE, UNDO, bring, list, takeOver } from "./intake.mjs";
import { beginOwn, openAnew, openExample } from "./own.mjs";
import { APPOINTMENT, CONTACT, control } from "./day.mjs";

export const DIALOG = ':is(dialog[open], [role="dialog"])';

const HIT = '[data-kd="search-hit"]';
const FAULTS = JSON.stringify({ format: "kontaktdichte-caseload", version: 1, cases: [{ brith_date: 1 }], contacts: [{}] });

async function escape(page, what) {
  await page.press("Escape");
  await page.waitGone(what);
}

/** Opens what can be folded, so that all of it is looked at. */
function unfold(page, css) {
  return page.evaluate((selector) => {
    document.querySelectorAll(selector).forEach((details) => details.setAttribute("open", ""));
  }, css);
}

async function gate(page, look) {
  await page.open("#/willkommen");
  await look("Willkommen");
  await page.open("#/gibt-es-nicht");
  await look("an unknown address");
  await openAnew(page, "#/faellig");
  await look("Fällig without a caseload");
  await go(page, "#/daten", "h1");
  await look("Daten without a caseload");
}

async function dueList(page, look) {
  await openExample(page);
  await look("Fällig");
  await page.press("/");
  await page.type("61");
  await page.waitFor(HIT);
  await look("the quick search");
  await page.press("Escape");
  await page.waitGone(HIT);
  await page.press("?");
  await page.waitFor(DIALOG);
  await look("the keys");
  await escape(page, DIALOG);
  await page.click(`${CHIP}[data-state="open"]`);
  await page.waitFor(`${CHIP}[data-state="open"][aria-pressed="true"]`);
  await look("Fällig with a state chosen");
  await askWhy(page, ROW);
  await look("Warum? of a customer with contacts that do not count");
  await closeWhy(page);
  await page.fill(SEARCH, "gibt es nicht 0815");
  await assertRows(page, []);
  await look("Fällig with nothing found");
  await page.fill(TODAY, "2025-11-26");
  await page.waitFor(ERROR);
  await look("Fällig with a day that is refused");
}

async function oneCustomer(page, look) {
  await openExample(page);
  await page.click(`${ROW} a`);
  await page.waitFor('[data-kd="contact-row"]');
  await look("Fall with contacts and appointments");
  await page.click('[data-kd="contact-add"]');
  await page.waitFor(CONTACT);
  await look("a contact that is begun");
  await page.select(control(CONTACT, "channel"), "phone");
  await page.fill(control(CONTACT, "date"), "31.2.");
  await page.fill(control(CONTACT, "topics"), "Depression");
  await page.fill(control(CONTACT, "follow_up/date"), "25.12.");
  await page.press("Control+Enter");
  await page.waitFor(`${CONTACT} ${ERROR}`);
  await look("a contact by phone with faults");
  await escape(page, CONTACT);
  await page.click('[data-kd="appointment-add"]');
  await page.waitFor(APPOINTMENT);
  await page.fill(control(APPOINTMENT, "date"), "Sa 5.12.");
  await page.waitFor(`${APPOINTMENT} [data-kd="remark"]`);
  await look("an appointment on a day that is none");
  await page.fill(control(APPOINTMENT, "date"), "in 3 Wochen");
  await page.waitFor('[data-kd="slot"]');
  await look("an appointment with free times");
}

async function theDay(page, look) {
  await openExample(page);
  await go(page, "#/heute", '[data-kd="pressing-row"]');
  await look("Heute");
  await go(page, "#/ausfall", '[data-kd="absence-form"]');
  await look("Terminausfall");
  await page.fill("#kd-absence-from", "1.12.");
  await page.fill("#kd-absence-to", "irgendwann");
  await page.click('[data-kd="absence-save"]');
  await page.waitFor(ERROR);
  await page.fill("#kd-absence-to", "4.12.");
  await page.click('[data-kd="absence-save"]');
  await page.waitFor('[data-kd="affected"]');
  await look("Terminausfall with an absence");
  await go(page, "#/bestand", '[data-kd="customer-row"]');
  await page.select('[data-kd="bulk-field"]', "status");
  await look("Bestand with a field for several");
}

async function findings(page, look) {
  await openExample(page);
  await go(page, "#/uebertrag", "h1");
  await look("Übertrag");
  await go(page, "#/pruefung", FINDING);
  await look("Prüfung");
  await page.click(APPLY);
  await page.select("#kd-check-rule", "E6");
  await page.click('[data-kd="finding-keep"]');
  await page.waitFor(DIALOG);
  await page.click('[data-kd="keep-save"]');
  await page.waitFor(ERROR);
  await look("a reason for leaving a finding as it is");
  await escape(page, DIALOG);
  await go(page, "#/uebertrag", TRANSFER);
  await look("Übertrag after a correction");
  await go(page, "#/regeln", '[data-kd="case-example"]');
  await page.click('[data-name="k1_months"] [data-kd="parameter-change"]');
  await page.fill('[data-kd="parameter-value"]', "3");
  await page.waitFor('[data-kd="effect"]');
  await page.click('[data-kd="parameter-save"]');
  await page.waitFor(ERROR);
  await look("Regeln with a number being changed");
}

async function theWeek(page, look) {
  await openExample(page);
  await openWeek(page);
  await look("Woche");
  await enterAbsence(page, "14.12.", "15.12.", "Urlaub");
  await page.waitFor('[data-kd="in-absence"]');
  await suggest(page);
  await unfold(page, "details");
  await look("Woche with proposals and an absence over appointments");
  await page.fill("#kd-office-hours", "8");
  await page.click('[data-kd="office-save"]');
  await page.waitFor(ERROR);
  await look("working time that cannot be read");
  await page.click(`${PROPOSED} button`);
  await page.fill('[data-kd="card-day"]', "2026-12-06");
  await page.waitFor(HINT);
  await look("a card with what speaks against its move");
  await escape(page, HINT);
  await go(page, "#/auswertung", '[data-kd="capacity-step"]');
  await unfold(page, ".kd-figures details");
  await look("Auswertung with the sum");
}

async function lists(page, look) {
  await beginOwn(page);
  await bring(page, list("unknown-heading.csv"), ERROR);
  await look("a list whose columns are not known");
  await bring(page, { name: "bestand.kkd.json", content: FAULTS }, ERROR);
  await look("a file with faults");
  await bring(page, list("faults-windows-1252.csv"));
  await look("a dry run with faults");
  await page.click(ACCEPT);
  await page.waitFor(UNDO);
  await go(page, "#/faellig", ROW);
  await look("Fällig with imported customers");
  await takeOver(page, list("clean-utf8-bom.csv"));
  await bring(page, list("clean-utf8-bom.csv"), `${LINE}[data-verdict="unchanged"]`);
  assert.equal(await page.count(UNDO), 1);
  assert.equal(await page.count(ACCEPT), 0);
  await look("a dry run that brings nothing new, after an import");
}

/** What the walk comes by, and the walk. */
export const WALKS = [
  ["the doors", gate],
  ["the due list, the search and the keys", dueList],
  ["one customer and what is entered there", oneCustomer],
  ["the day and everybody", theDay],
  ["findings, transfers and rules", findings],
  ["the week and the figures", theWeek],
  ["lists brought in", lists],
];
