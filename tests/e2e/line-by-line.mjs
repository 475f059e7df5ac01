// The page held against `kkd`, line by line: everything that a row of Fällig and a finding of Prüfung says, made anew from
// the exported file and what the command answers about it.

import assert from "node:assert/strict";
import { ROW } from "./due-list.mjs";
import { FINDING } from "./findings.mjs";
import { check, due, inRuleOrder } from "./kkd.mjs";

const GROUP = { u25: "U25", k1: "K1", k3: "K3", exempt: "ausgenommen", open: "offen" };
const STATE = {
  overdue: "überfällig",
  lead_missed: "Vorlauf verpasst",
  scheduled_late: "Termin zu spät",
  record_now: "jetzt eintragen",
  scheduled: "terminiert",
  ok: "im Rahmen",
  open: "offen",
  exempt: "ausgenommen",
};
const CHANNEL = { in_person: "persönlich", video: "per Video", phone: "telefonisch", group: "Gruppenberatung" };
const WEEKDAYS = ["So", "Mo", "Di", "Mi", "Do", "Fr", "Sa"];
const DAY = 24 * 60 * 60 * 1000;

const german = (day) => (day ? day.split("-").reverse().join(".") : "–");
const withWeekday = (day) => `${WEEKDAYS[new Date(day).getUTCDay()]} ${german(day)}`;

/** What the rows of Fällig say, column by column. */
export function dueRows(page) {
  return page.evaluate((css) => {
    const said = (row, selector) => {
      const cell = row.querySelector(selector)?.cloneNode(true);
      cell?.querySelectorAll(".kd-due__label").forEach((label) => label.remove());
      return cell ? [...cell.childNodes].map((node) => node.textContent.trim()).filter(Boolean) : [];
    };
    return [...document.querySelectorAll(css)].map((row) => ({
      who: said(row, ".kd-due__who"),
      group: said(row, ".kd-due__group"),
      state: said(row, ".kd-due__now"),
      notes: said(row, ".kd-due__notes"),
      latest: said(row, ".kd-due__latest"),
      appointment: said(row, ".kd-due__appointment"),
      record: said(row, ".kd-due__record"),
      next: said(row, ".kd-due__next"),
      last: said(row, ".kd-due__last"),
    }));
  }, ROW);
}

/** How many facts a note calls missing; those of one contact may be drawn together. */
function missing(notes) {
  const [note] = notes.filter((text) => text.startsWith("Es fehlt: "));
  const parts = note?.slice("Es fehlt: ".length).split(" · ") ?? [];
  return parts.reduce((sum, part) => sum + Number(part.match(/^(\d+) Angaben zum Kontakt/)?.[1] ?? 1), 0);
}

/** The same rows as `kkd due` has them. */
export function wantedRows(today, caseload) {
  const { cases, contacts, appointments } = JSON.parse(caseload);
  const customers = new Map(cases.map((one) => [one.id, one]));
  return inRuleOrder(due(today, caseload)).map((line) => {
    const days = (new Date(today) - new Date(line.latest)) / DAY;
    const since = line.state === "overdue" ? [`seit ${days} ${days === 1 ? "Tag" : "Tagen"}`] : [];
    const next = appointments.find(({ id }) => id === line.appointment);
    const own = new Map(line.contacts.map(({ contact, counts }) => [contact, counts]));
    const last = contacts.findLast(
      ({ id, case: whose, date }) => whose === line.case && own.get(id) === "yes" && date === line.last_qualified,
    );
    return {
      who: [customers.get(line.case).name, line.number],
      group: [GROUP[line.group], ...(line.counted_as === "assigned" ? ["laut Kategorie"] : [])],
      state: [STATE[line.state], ...since],
      changes: line.changes_on ? [`Gruppe wechselt am ${german(line.changes_on)} (25. Geburtstag)`] : [],
      missing: line.missing.length,
      latest: [german(line.latest)],
      appointment: [german(line.latest_appointment)],
      record: [german(line.record_by)],
      next: next ? [withWeekday(next.date), ...(next.start ? [`${next.start} Uhr`] : [])] : ["–"],
      last: last ? [german(last.date), CHANNEL[last.channel]] : ["–"],
    };
  });
}

/** Fällig says what `kkd due` says of the exported file. */
export async function assertDue(page, today, caseload) {
  const shown = (await dueRows(page)).map(({ notes, ...row }) => ({
    ...row,
    changes: notes.filter((text) => text.startsWith("Gruppe wechselt")),
    missing: missing(notes),
  }));
  assert.deepEqual(shown, wantedRows(today, caseload));
}

/** Prüfung, shown whole, says what `kkd check` says of the exported file. */
export async function assertFindings(page, today, caseload) {
  const shown = await page.evaluate(
    (css) =>
      [...document.querySelectorAll(css)].map((row) => {
        const pairs = [...row.querySelectorAll("dl > div")].map((pair) => [
          pair.querySelector("dt").textContent,
          pair.querySelector("dd").textContent,
        ]);
        const { "erfasst": recorded = null, "nach den Regeln": expected = null } = Object.fromEntries(pairs);
        const { case: id, rule, severity, id: about } = row.dataset;
        const text = row.querySelector(".kd-check__what > p").textContent;
        return { case: id, rule, severity, id: about, recorded, expected, text };
      }),
    FINDING,
  );
  const wanted = check(today, caseload).map(({ subject, ...line }) => line);
  const inOrder = (lines) => lines.map((line) => JSON.stringify(line)).sort();
  assert.deepEqual(inOrder(shown), inOrder(wanted));
}
