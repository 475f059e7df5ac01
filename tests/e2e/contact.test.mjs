// Recording contacts: with few keys, with the verdict before saving, and without losing a word.

import assert from "node:assert/strict";
import { browsers } from "./harness.mjs";
import { LOCK, SAVED, beginOwn, unlock } from "./own.mjs";
import { HISTORY, openCase } from "./customers.mjs";
import { APPOINTMENT, CONTACT, COUNTS, TOAST, UNSAVED, bringPeople, control, pressAll, seen } from "./day.mjs";
import { go } from "./due-list.mjs";

const DAY = "2026-11-23";
const STANDING = '[data-kd="case-standing"]';
const SAVE = '[data-kd="contact-save"]';
const field = (name) => control(CONTACT, name);

const PEOPLE = [1, 2, 3].map((n) => seen(n, "2026-09-14"));
const [[FIRST], [SECOND], [THIRD]] = PEOPLE;

const focusedName = () => document.activeElement?.getAttribute("name") ?? document.activeElement?.localName;

browsers("A contact", { now: `${DAY}T09:00` }, ({ test }) => {
  test("of the usual kind takes less than fifteen keys, with the next appointment", async (page) => {
    await beginOwn(page);
    await bringPeople(page, PEOPLE);
    await openCase(page, FIRST);
    await page.focus("main h1");
    let keys = await pressAll(page, ["k"]);
    await page.waitFor(field("channel"));
    await page.until("the first field", (name) => document.activeElement?.name === name, "channel");
    // The channel by its first letter, and what is usual with one press.
    keys += await pressAll(page, ["p", "Tab", " "]);
    await page.waitFor(`${COUNTS}[data-value="yes"]`);
    keys += await pressAll(page, ["Alt+t"]);
    await page.type("21.1.");
    await page.press("Tab");
    await page.type("9");
    keys += "21.1.".length + 1 + "9".length;
    await page.waitText('[data-kd="after-saving"]', /23\.03\.2027/);
    keys += await pressAll(page, ["Control+Enter"]);
    await page.waitGone(CONTACT);
    assert.ok(keys < 15, `${keys} keys`);
    await page.waitText(TOAST, /Kontakt vom 23\.11\.2026 gespeichert – zählt: Beratung in Präsenz/);
    await page.waitText(STANDING, /23\.03\.2027.*Do 21\.01\.2027/);
    await page.waitFor(SAVED);
    assert.equal(await page.count(HISTORY), 2, "contact and appointment are one step");
    await go(page, "#/uebertrag", '[data-kd="transfer"]');
    assert.deepEqual((await page.attributes('[data-kd="transfer"]', "data-what")).sort(), ["appointment", "note"]);
  });

  test("is saved once, however often one clicks", async (page) => {
    await page.open("#/faellig");
    await unlock(page);
    await openCase(page, SECOND);
    const before = await page.count(HISTORY);
    await page.click('[data-kd="contact-add"]');
    await page.select(field("channel"), "in_person");
    await page.evaluate(() => {
      const save = document.querySelector('.kd-entry button[type="submit"]');
      save.click();
      save.click();
    });
    await page.waitGone(CONTACT);
    await page.waitFor(SAVED);
    assert.equal(await page.count(HISTORY), before + 1);
    await page.focus("main h1");
    await page.press("Control+z");
    await page.waitText(TOAST, /Zurückgenommen/);
    await page.waitFor(SAVED);
  });

  test("by phone says what is missing until it counts", async (page) => {
    await page.open("#/faellig");
    await unlock(page);
    await openCase(page, SECOND);
    await page.click('[data-kd="contact-add"]');
    await page.waitFor(`${COUNTS}[data-value="open"]`);
    assert.equal(await page.visible(field("phone_grounds/plan_sent")), false);
    await page.select(field("channel"), "phone");
    await page.waitText(COUNTS, /Offen: Zu den Voraussetzungen für Telefonate fehlen Angaben/);
    assert.equal(await page.visible(field("phone_grounds/plan_sent")), true);
    for (const name of ["reason_documented", "plan_sent", "immediate_action"]) {
      await page.select(field(`phone_grounds/${name}`), "yes");
    }
    await page.waitFor(`${COUNTS}[data-value="yes"]`);
    await page.select(field("phone_grounds/plan_sent"), "no");
    await page.waitFor(`${COUNTS}[data-value="no"]`);
    await page.press("Escape");
    await page.waitGone(CONTACT);
    await page.waitFor(UNSAVED);
  });

  test("that is begun survives a closed dialog, a reload, a lock and midnight", async (page) => {
    await page.open("#/faellig");
    await unlock(page);
    await openCase(page, THIRD);
    await page.click('[data-kd="contact-add"]');
    await page.fill(field("topics"), "Bewerbungen besprochen");
    await page.fill(field("date"), "morgen");
    await page.waitText(`${CONTACT} [data-kd="remark"]`, /liegt in der Zukunft/);
    await page.fill(field("date"), "vorgestern");
    await page.waitText(".kd-understood", "Sa 21.11.2026");
    await page.press("Escape");
    await page.waitGone(CONTACT);
    assert.equal(await page.focused(), "contact-add", "the focus is back where it came from");
    await page.waitFor(UNSAVED);
    await page.travel("2026-11-24T00:01");
    await page.click(LOCK);
    await unlock(page);
    await page.reload();
    await unlock(page);
    await openCase(page, THIRD);
    await page.click('[data-kd="contact-add"]');
    assert.equal(await page.value(field("topics")), "Bewerbungen besprochen");
    assert.equal(await page.value(field("date")), "vorgestern");
    await page.click('[data-kd="entry-discard"]');
    await page.until("an empty form", (css) => document.querySelector(css).value === "", field("topics"));
    await page.press("Escape");
    await page.waitGone(UNSAVED);
  });

  test("is not saved as long as something is wrong, and says what", async (page) => {
    await page.open("#/faellig");
    await unlock(page);
    await openCase(page, THIRD);
    await page.focus("main h1");
    await page.press("k");
    await page.fill(field("date"), "31.2.");
    await page.fill(field("duration_minutes"), "lang");
    await page.click(SAVE);
    await page.waitText(`${CONTACT} [data-kd="error"]`, /markierten Felder/);
    await page.until("the focus on it", focusedName);
    assert.equal(await page.evaluate(focusedName), "date");
    assert.equal(await page.value(field("date")), "31.2.");
    assert.equal(await page.count(`${CONTACT} [aria-invalid="true"]`), 2);
  });
});

browsers("A change of the facts", { now: `${DAY}T09:00` }, ({ test }) => {
  test("says what it would do before it is saved, and warns of special data in the note", async (page) => {
    await beginOwn(page);
    await bringPeople(page, PEOPLE);
    await openCase(page, FIRST);
    assert.equal(await page.count('[data-kd="case-effect"]'), 0);
    await page.select('[data-kd="case-form"] [name="profile"]', "I");
    await page.waitText('[data-kd="case-effect"]', /K1 → K3.*spätestens 14\.03\.2027 statt 14\.01\.2027/);
    await page.click('[data-kd="case-discard"]');
    await page.waitGone('[data-kd="case-effect"]');
    await page.fill('[data-kd="case-form"] [name="note"]', "seit Mai krankgeschrieben");
    await page.waitText('[data-kd="case-form"] [data-kd="remark"]', /krankgeschrieben.*Gesundheit/);
  });
});

browsers("An appointment", { now: `${DAY}T09:00` }, ({ test }) => {
  const wanted = (name) => control(APPOINTMENT, name);

  test("says at the field what speaks against it, and is made all the same where it may be", async (page) => {
    await beginOwn(page);
    await bringPeople(page, PEOPLE);
    await openCase(page, FIRST);
    await page.focus("main h1");
    await page.press("t");
    const said = async (text, pattern) => {
      await page.fill(wanted("date"), text);
      await page.waitText(`${APPOINTMENT} [data-kd="remark"]`, pattern);
    };
    await said("gestern", /Dieser Tag ist vorbei/);
    await said("25.12.", /Feiertag/);
    await said("in 3 Tagen", /in ATV einzutragen/);
    await said("1.2.2027", /letzte Termintag/);
    await page.fill(wanted("date"), "Mo 7.12.");
    await page.fill(wanted("start"), "9");
    await page.fill(wanted("end"), "8:30");
    await page.waitText(`${APPOINTMENT} [data-kd="remark"]`, /Ende liegt nicht nach dem Beginn/);
    await page.fill(wanted("end"), "");
    await page.waitText(".kd-slots", /0 von 8/);
    await page.press("Control+Enter");
    await page.waitGone(APPOINTMENT);
    await page.waitText('[data-kd="appointment-row"]', /Mo 07\.12\.2026.*09:00.*noch nicht in ATV/);
    await page.click('[data-kd="appointment-edit"]');
    await page.fill(wanted("date"), "8.12.");
    await page.press("Control+Enter");
    await page.waitGone(APPOINTMENT);
    await page.waitText('[data-kd="appointment-row"]', /Di 08\.12\.2026/);
    await page.press("Control+z");
    await page.waitText('[data-kd="appointment-row"]', /Mo 07\.12\.2026/);
  });
});
