// Customers lent to a deputy and back: two computers, both work, and nobody's work is lost.

import assert from "node:assert/strict";
import { browsers } from "./harness.mjs";
import { SAVED, beginOwn, openExample } from "./own.mjs";
import { ACCEPT, FILE, UNDO } from "./intake.mjs";
import { NAME, NOTE, SAVE, caseloadFile, customer, openCase } from "./customers.mjs";
import { APPOINTMENT, CONTACT, TOAST, control } from "./day.mjs";
import { go } from "./due-list.mjs";
import { opened } from "./kkd.mjs";

const DAY = "2026-12-04";
const SHARED = "Vier graue Gänse am Wehr";
const OPEN = '[data-kd="handover-open"]';
const WHO = '[data-kd="handover-who"]';
const WRITE = '[data-kd="handover-save"]';
const LOAN = 'input[data-kd="handover-file"]';
const PASSPHRASE = '[data-kd="restore-passphrase"]';
const IN_HAND = '[data-kd="handover"]';
const TAKE = '[data-kd="handover-accept"]';
const RETURN = '[data-kd="handover-return"]';
const LEAVE = '[data-kd="handover-leave"]';
const CONTESTED = '[data-kd="contested"]';
const REFUSED = '.kd-restore [data-kd="error"]';

const PEOPLE = [1, 2, 3].map((n) => customer(n, { in_care_since: "2026-06-01" }));
const [FIRST, SECOND] = PEOPLE;
const APPOINTMENTS = [FIRST, SECOND].map(({ id }, index) => ({
  id: `t-${index}`,
  case: id,
  date: "2026-12-09",
  start: `0${8 + index}:00`,
  duration_minutes: 45,
  channel: "in_person",
  kind: "follow_up",
  recorded_on: "2026-11-20",
  legal_notice: true,
}));

/** An own caseload with these people. */
async function beginWith(page, people, appointments) {
  await beginOwn(page);
  const file = caseloadFile(people);
  const content = JSON.stringify({ ...JSON.parse(file.content), appointments });
  await page.upload(FILE, { name: file.name, content });
  await page.click(ACCEPT);
  await page.waitFor(UNDO);
  await page.waitFor(SAVED);
}

/** Hands a file to the section for hand-overs and tries a passphrase. */
async function open(page, { name, bytes }, passphrase = SHARED, sign = IN_HAND) {
  await go(page, "#/daten", LOAN);
  await page.upload(LOAN, { name, content: bytes });
  await page.waitFor(PASSPHRASE);
  await page.fill(PASSPHRASE, passphrase);
  await page.press("Enter");
  await page.waitFor(sign);
}

async function revise(page, who, fields) {
  await openCase(page, who);
  for (const [selector, text] of fields) {
    await page.fill(selector, text);
  }
  await page.click(SAVE);
  await page.waitFor(SAVED);
}

/** A customer as the page has them in a caseload file that it writes. */
async function recorded(page, { id }) {
  await go(page, "#/daten", '[data-kd="export-json"]');
  const { text } = await page.download(() => page.click('[data-kd="export-json"]'));
  const { cases, contacts, appointments, transfers } = JSON.parse(text);
  const own = (list) => list.filter((entry) => entry.case === id);
  const [{ name, note } = {}] = cases.filter((entry) => entry.id === id);
  return {
    name,
    note,
    contacts: own(contacts).length,
    appointments: own(appointments).length,
    transfers: own(transfers).map(({ what }) => what),
  };
}

browsers("A hand-over", { now: `${DAY}T09:00` }, ({ test, session }) => {
  test("comes back with the work of both sides, and what both changed is chosen", async (page) => {
    await beginWith(page, PEOPLE, APPOINTMENTS);
    await go(page, "#/ausfall", '[data-kd="absence-form"]');
    await page.fill("#kd-absence-from", "7.12.");
    await page.fill("#kd-absence-to", "18.12.");
    await page.click('[data-kd="absence-save"]');
    await page.click(OPEN);
    await page.until("the focus in the form", (css) => document.activeElement?.matches(css), WHO);
    const checked = () =>
      page.evaluate((css) => [...document.querySelectorAll(css)].filter((box) => box.checked).map(({ value }) => value), WHO);
    assert.deepEqual(await checked(), [FIRST.id, SECOND.id]);
    await page.check(`${WHO}[value="${SECOND.id}"]`, false);
    assert.deepEqual(await checked(), [FIRST.id]);
    await page.fill('[data-kd="handover-passphrase"]', "zu kurz");
    await page.waitText('[data-kd="handover-form"]', /Stärke: zu kurz/);
    await page.click(WRITE);
    await page.waitText('[data-kd="handover-form"] [data-kd="error"]', /mindestens 12/);
    await page.fill('[data-kd="handover-passphrase"]', SHARED);
    await page.fill('[data-kd="handover-repeat"]', SHARED);
    const out = await page.download(() => page.press("Enter"));
    assert.match(out.name, /^kontaktdichte-uebergabe-2026-12-04\.kkd-handover$/);
    assert.ok(!out.text.includes("900P"), "sealed");
    assert.deepEqual(
      JSON.parse(opened(DAY, out.bytes, SHARED)).cases.map(({ id }) => id),
      [FIRST.id],
    );
    await page.waitGone('[data-kd="handover-form"]');

    // The deputy, on another computer: refused files first, then the right one.
    const colleague = await session.colleague();
    const deputy = await colleague.tab();
    await beginWith(deputy, [customer(9)], []);
    await open(deputy, out, "Vier graue Enten am Wehr", REFUSED);
    await deputy.waitText(REFUSED, /Passphrase passt nicht/);
    await deputy.upload(LOAN, { name: out.name, content: out.bytes.subarray(0, -9) });
    await deputy.waitText(REFUSED, /unvollständig.*unverändert/);
    await deputy.upload('input[data-kd="restore-file"]', { name: out.name, content: out.bytes });
    await deputy.waitText(REFUSED, /keine Sicherung, sondern eine Übergabe/);
    await open(deputy, out);
    await deputy.waitText(IN_HAND, /1 Fall, Vertretung vom 07\.12\.2026 bis 18\.12\.2026/);
    await deputy.click(TAKE);
    await deputy.waitText("#kd-undo-title", /1 Fall in Vertretung übernommen/);
    await deputy.waitFor(RETURN);

    // A contact, the next appointment, a name and a note.
    await openCase(deputy, FIRST);
    await deputy.waitText('[data-kd="case-lent"]', /In Vertretung, zurückzugeben bis 18\.12\.2026/);
    await deputy.focus("main h1");
    await deputy.press("k");
    await deputy.waitFor(control(CONTACT, "channel"));
    await deputy.select(control(CONTACT, "channel"), "in_person");
    await deputy.press("Control+Enter");
    await deputy.waitGone(CONTACT);
    await deputy.press("t");
    await deputy.fill(control(APPOINTMENT, "date"), "11.2.");
    await deputy.press("Control+Enter");
    await deputy.waitGone(APPOINTMENT);
    await revise(deputy, FIRST, [[NOTE, "Anruf am 4.12."]]);
    await go(deputy, "#/uebertrag", '[data-kd="transfer"]');
    await deputy.waitText('[data-kd="transfer"]', /Rückgabe nach Vertretung.*bis 18\.12\.2026/);
    await open(deputy, out);
    await deputy.waitText(IN_HAND, /Notiz hinzugefügt.*Kontakt vom 04\.12\.2026.*hinzugefügt/);
    const back = await deputy.download(() => deputy.click(RETURN));
    assert.match(back.name, /^kontaktdichte-rueckgabe-2026-12-04\.kkd-handover$/);
    await open(deputy, back);
    await deputy.waitText(REFUSED, /Rückgabe an einen anderen Bestand/);

    // Meanwhile the owner has changed another fact, and the same note.
    await revise(page, FIRST, [[NAME, "Petra Neu"], [NOTE, "Brief vom 3.12."]]);
    const before = await recorded(page, FIRST);
    await open(page, out);
    await page.waitText(REFUSED, /selbst geschrieben/);
    await open(page, back);
    await page.waitText(CONTESTED, /900P000001.*Notiz: hier „Brief vom 3\.12\.“, bei der Vertretung „Anruf am 4\.12\.“/);
    const side = (value) => `${CONTESTED} [data-kd="handover-side"][value="${value}"]`;
    const isChosen = (value) => page.evaluate((css) => document.querySelector(css).checked, side(value));
    assert.equal(await isChosen("owner"), true);
    await page.waitText(IN_HAND, /Kontakt vom 04\.12\.2026.*hinzugefügt/);
    assert.doesNotMatch(await page.text(`${IN_HAND} table`), /Notiz/);
    await page.focus(side("owner"));
    await page.press("ArrowDown");
    await page.waitText(`${IN_HAND} table`, /Notiz/);
    assert.equal(await isChosen("deputy"), true);
    await page.press("ArrowUp");
    await page.until("the choice", (css) => document.querySelector(css).checked, side("owner"));
    await page.click(TAKE);
    await page.waitText("#kd-undo-title", /Rückgabe der Vertretung übernommen/);
    await page.waitText(IN_HAND, /Anruf am 4\.12\..*Es gibt nichts zu übernehmen/);
    const joined = await recorded(page, FIRST);
    assert.deepEqual([joined.name, joined.note], ["Petra Neu", "Brief vom 3.12."]);
    assert.deepEqual([joined.contacts, joined.appointments], [1, 2]);
    assert.deepEqual(joined.transfers, ["note", "appointment"], "and what is left to be entered");
    await page.click(UNDO);
    await page.waitGone(UNDO);
    assert.deepEqual(await recorded(page, FIRST), before);

    // The deputy has done.
    await open(deputy, out);
    await deputy.click(LEAVE);
    await deputy.waitText(TOAST, /1 Fall nach der Vertretung entfernt/);
    assert.deepEqual((await recorded(deputy, FIRST)).contacts, 0);
    assert.equal((await recorded(deputy, customer(9))).name, "Person 9");
  });

  test("has no way out of the example or into it", async (page) => {
    await openExample(page);
    await go(page, "#/daten", FILE);
    assert.equal(await page.count(LOAN), 0);
    await go(page, "#/ausfall", '[data-kd="absence-form"]');
    await page.fill("#kd-absence-from", "heute");
    await page.fill("#kd-absence-to", "31.1.2027");
    await page.click('[data-kd="absence-save"]');
    await page.waitFor('[data-kd="affected"]');
    assert.equal(await page.count(OPEN), 0);
  });
});
