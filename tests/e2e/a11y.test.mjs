// Every screen in every state: no violation of the accessibility rules, light and dark, wide and narrow, and on a
// narrow screen nothing to scroll sideways.

import assert from "node:assert/strict";
import { HINT, PROPOSED, enterAbsence, openWeek, suggest } from "./board.mjs";
import { denyStorage } from "./faults.mjs";
import { browsers } from "./harness.mjs";
import { CHIP, ERROR, ROW, SEARCH, TODAY, WHY, askWhy, assertRows, go } from "./due-list.mjs";
import { APPLY, FINDING, TRANSFER } from "./findings.mjs";
import { ACCEPT, LINE, UNDO, bring, list, takeOver } from "./intake.mjs";
import { OWN, PASSPHRASE, beginOwn, openAnew, openExample, setUp } from "./own.mjs";
import { APPOINTMENT, CONTACT, control } from "./day.mjs";
import { FORM, bringIn, clickInMiddle, customer, keepNote, openCase } from "./customers.mjs";

const NOW = "2026-11-23T09:00";
const DIALOG = ':is(dialog[open], [role="dialog"])';
const FIELD = 'input[data-kd="passphrase"]';
const UNLOCK = 'button[data-kd="unlock"]';

const FAULTS = JSON.stringify({ format: "kontaktdichte-caseload", version: 1, cases: [{ brith_date: 1 }], contacts: [{}] });

/** A screen's name and the way to it. */
const SCREENS = [
  ["Willkommen", (page) => page.open("#/willkommen")],
  ["an unknown address", (page) => page.open("#/gibt-es-nicht")],
  ["Fällig without a caseload", (page) => openAnew(page, "#/faellig")],
  ["Fällig with the example", openExample],
  [
    "Fällig with a state chosen",
    async (page) => {
      await openExample(page);
      await page.click(`${CHIP}[data-state="open"]`);
      await page.waitFor(`${CHIP}[data-state="open"][aria-pressed="true"]`);
    },
  ],
  [
    "Fällig with nothing found",
    async (page) => {
      await openExample(page);
      await page.fill(SEARCH, "gibt es nicht 0815");
      await assertRows(page, []);
    },
  ],
  [
    "Fällig with a day that is refused",
    async (page) => {
      await openExample(page);
      // Few rows are enough here.
      await page.click(`${CHIP}[data-state="exempt"]`);
      await page.fill(TODAY, "2025-11-26");
      await page.waitFor(ERROR);
    },
  ],
  [
    "Warum? of a customer with contacts that do not count",
    async (page) => {
      await openExample(page);
      await page.click(`${CHIP}[data-state="open"]`);
      await askWhy(page, ROW);
    },
  ],
  [
    "Prüfung with the example",
    async (page) => {
      await openExample(page);
      await go(page, "#/pruefung", FINDING);
    },
  ],
  [
    "a reason for leaving a finding as it is",
    async (page) => {
      await openExample(page);
      await go(page, "#/pruefung", FINDING);
      await page.select("#kd-check-rule", "E6");
      await page.click('[data-kd="finding-keep"]');
      await page.waitFor(DIALOG);
      await page.click('[data-kd="keep-save"]');
      await page.waitFor(ERROR);
    },
  ],
  [
    "Übertrag after a correction",
    async (page) => {
      await openExample(page);
      await go(page, "#/uebertrag", "h1");
      await go(page, "#/pruefung", FINDING);
      await page.click(APPLY);
      await go(page, "#/uebertrag", TRANSFER);
    },
  ],
  [
    "Woche with the example",
    async (page) => {
      await openExample(page);
      await openWeek(page);
    },
  ],
  [
    "Woche with proposals and an absence over appointments",
    async (page) => {
      await openExample(page);
      await openWeek(page);
      await enterAbsence(page, "14.12.", "15.12.", "Urlaub");
      await page.waitFor('[data-kd="in-absence"]');
      await suggest(page);
      await page.evaluate(() => {
        document.querySelectorAll("details").forEach((details) => details.setAttribute("open", ""));
      });
    },
  ],
  [
    "working time that cannot be read",
    async (page) => {
      await openExample(page);
      await openWeek(page);
      await page.evaluate(() => document.querySelector('[data-kd="office"]').setAttribute("open", ""));
      await page.fill("#kd-office-hours", "8");
      await page.click('[data-kd="office-save"]');
      await page.waitFor(ERROR);
    },
  ],
  [
    "a card with what speaks against its move",
    async (page) => {
      await openExample(page);
      await openWeek(page);
      await suggest(page);
      await page.click(`${PROPOSED} button`);
      await page.fill('[data-kd="card-day"]', "2026-12-06");
      await page.waitFor(HINT);
    },
  ],
  [
    "Auswertung with the sum",
    async (page) => {
      await openExample(page);
      await go(page, "#/auswertung", '[data-kd="capacity-step"]');
      await page.evaluate(() => document.querySelector(".kd-figures details").setAttribute("open", ""));
    },
  ],
  [
    "Regeln with a number being changed",
    async (page) => {
      await openExample(page);
      await go(page, "#/regeln", '[data-kd="case-example"]');
      await page.click('[data-name="k1_months"] [data-kd="parameter-change"]');
      await page.fill('[data-kd="parameter-value"]', "3");
      await page.waitFor('[data-kd="effect"]');
      await page.click('[data-kd="parameter-save"]');
      await page.waitFor(ERROR);
    },
  ],
  [
    "Heute with the example",
    async (page) => {
      await openExample(page);
      await go(page, "#/heute", '[data-kd="pressing-row"]');
    },
  ],
  [
    "Terminausfall with an absence",
    async (page) => {
      await openExample(page);
      await go(page, "#/ausfall", '[data-kd="absence-form"]');
      await page.fill("#kd-absence-from", "1.12.");
      await page.fill("#kd-absence-to", "irgendwann");
      await page.click('[data-kd="absence-save"]');
      await page.waitFor(ERROR);
      await page.fill("#kd-absence-to", "4.12.");
      await page.click('[data-kd="absence-save"]');
      await page.waitFor('[data-kd="affected"]');
    },
  ],
  [
    "Bestand with the example",
    async (page) => {
      await openExample(page);
      await go(page, "#/bestand", '[data-kd="customer-row"]');
      await page.select('[data-kd="bulk-field"]', "status");
    },
  ],
  [
    "the quick search",
    async (page) => {
      await openExample(page);
      await page.press("/");
      await page.type("61");
      await page.waitFor('[data-kd="search-hit"]');
    },
  ],
  [
    "the keys",
    async (page) => {
      await openExample(page);
      await page.press("?");
      await page.waitFor(DIALOG);
    },
  ],
  [
    "Fall with contacts and appointments",
    async (page) => {
      await openExample(page);
      await page.click(`${ROW} a`);
      await page.waitFor('[data-kd="contact-row"]');
    },
  ],
  [
    "a contact by phone with faults",
    async (page) => {
      await openExample(page);
      await page.click('[data-kd="contact-add"]');
      await page.waitFor(CONTACT);
      await page.select(control(CONTACT, "channel"), "phone");
      await page.fill(control(CONTACT, "date"), "31.2.");
      await page.fill(control(CONTACT, "topics"), "Depression");
      await page.fill(control(CONTACT, "follow_up/date"), "25.12.");
      await page.press("Control+Enter");
      await page.waitFor(ERROR);
    },
  ],
  [
    "an appointment on a day that is none",
    async (page) => {
      await openExample(page);
      await page.click('[data-kd="appointment-add"]');
      await page.waitFor(APPOINTMENT);
      await page.fill(control(APPOINTMENT, "date"), "Sa 5.12.");
      await page.waitFor(`${APPOINTMENT} [data-kd="remark"]`);
    },
  ],
  ["Daten without a caseload", (page) => openAnew(page, "#/daten")],
  [
    "a dry run with faults",
    async (page) => {
      await beginOwn(page);
      await bring(page, list("faults-windows-1252.csv"));
    },
  ],
  [
    "a list whose columns are not known",
    async (page) => {
      await beginOwn(page);
      await bring(page, list("unknown-heading.csv"), ERROR);
    },
  ],
  [
    "a dry run that brings nothing new, after an import",
    async (page) => {
      await beginOwn(page);
      await takeOver(page, list("clean-utf8-bom.csv"));
      await bring(page, list("clean-utf8-bom.csv"), `${LINE}[data-verdict="unchanged"]`);
      assert.equal(await page.count(UNDO), 1);
      assert.equal(await page.count(ACCEPT), 0);
    },
  ],
  [
    "a file with faults",
    async (page) => {
      await beginOwn(page);
      await bring(page, { name: "bestand.kkd.json", content: FAULTS }, ERROR);
    },
  ],
  [
    "Fällig with imported customers",
    async (page) => {
      await beginOwn(page);
      await takeOver(page, list("faults-windows-1252.csv"));
      await go(page, "#/faellig", ROW);
    },
  ],
];

/**
 * The screens of a sealed caseload, in the order in which one comes to them: to set one up costs more than the checks.
 * `check` is called with the name of what is on screen and the tab.
 */
async function showOwn(page, session, check) {
  await openAnew(page, "#/daten");
  await page.click(UNLOCK);
  await page.waitFor(ERROR);
  await check("set-up with errors", page);
  await setUp(page);
  await check("Daten with an empty caseload", page);
  const [someone, gone] = [customer(1), customer(2, { closed_on: "2024-01-05" })];
  await bringIn(page, [someone, gone]);
  const backup = await page.download(() => clickInMiddle(page, '[data-kd="export-backup"]'));
  await openCase(page, someone);
  await page.select(`${FORM} [name="profile"]`, "I");
  await page.focus(`${FORM} [name="customer_number"]`);
  await page.press("Control+a");
  await page.press("Delete");
  await page.press("Tab");
  await page.waitFor(`${FORM} [aria-invalid="true"]`);
  await clickInMiddle(page, '[data-kd="case-save"]');
  await page.waitFor(`${FORM} ${ERROR}`);
  await check("Fall with errors", page);
  await clickInMiddle(page, '[data-kd="case-discard"]');
  await keepNote(page, someone, "geändert");
  await check("Fall with a history", page);
  await page.goto("#/fall/niemand");
  await page.waitText("h1", "Fall nicht gefunden");
  await check("Fall that is not there", page);

  await go(page, "#/daten", '[data-kd="restore-file"]');
  await clickInMiddle(page, '[data-kd="case-add"]');
  await page.waitFor(DIALOG);
  await check("the dialog to add somebody", page);
  await page.press("Escape");
  await page.waitGone(DIALOG);
  await page.upload('[data-kd="restore-file"]', { name: "foto.kkd", content: "kein" });
  await page.waitFor(`.kd-restore ${ERROR}`);
  await clickInMiddle(page, '[data-kd="deletion-row"] input');
  await clickInMiddle(page, '[data-kd="delete-finally"]');
  await page.waitFor(DIALOG);
  await check("the dialog to delete somebody", page);
  await page.press("Escape");
  await page.waitGone(DIALOG);
  await page.upload('[data-kd="restore-file"]', { name: backup.name, content: backup.bytes });
  await page.fill('[data-kd="restore-passphrase"]', PASSPHRASE);
  await clickInMiddle(page, '[data-kd="restore-open"]');
  await page.waitFor('[data-kd="restore-row"]');
  await check("Daten with the dry run of a backup", page);

  const other = await session.tab();
  await other.open("#/datenschutz");
  await check("Datenschutz", other);
  await go(other, "#/daten", FIELD);
  await check("the locked caseload", other);
  await other.fill(FIELD, "falsch");
  await other.click(UNLOCK);
  await other.waitFor(ERROR);
  await check("a wrong passphrase", other);
  await other.fill(FIELD, PASSPHRASE);
  await other.click(UNLOCK);
  await other.waitFor('button[data-kd="take-over"]');
  await check("Daten while another window writes", other);

  await page.idb(OWN).alter("records", 2, 20);
  await page.reload();
  await page.fill(FIELD, PASSPHRASE);
  await page.click(UNLOCK);
  await page.waitFor('[data-kd="role"][data-role="read-only"]');
  await check("a damaged caseload", page);
  await page.evaluate(() => document.querySelector(".kd-losses").setAttribute("open", ""));
  await check("what of it is damaged", page);
  await page.idb(OWN).put("meta", "vault", "{");
  await page.reload();
  await page.waitFor('button[data-kd="rescue"]');
  await check("a caseload that cannot be opened", page);

  const denied = await session.tab({ before: denyStorage });
  await denied.open("#/daten");
  await check("no storage", denied);
  await denied.click('[data-kd="without-storage"]');
  await denied.waitFor('[data-kd="import-file"]');
  await check("Daten in memory", denied);
}

/** What sticks out to the right of the window and makes the page wider. */
function sticksOut() {
  const page = document.scrollingElement;
  if (page.scrollWidth <= page.clientWidth) {
    return [];
  }
  const wide = [...document.body.querySelectorAll("*")].filter(
    (element) => element.getBoundingClientRect().right > page.clientWidth + 0.5,
  );
  return [`${page.scrollWidth} > ${page.clientWidth}`, ...wide.slice(0, 5).map((element) => element.outerHTML.slice(0, 120))];
}

/** What lies over the middle of the element with the focus, if anything does. */
function coversFocus() {
  const focused = document.activeElement;
  const { top, left, width, height } = focused.getBoundingClientRect();
  const onTop = document.elementFromPoint(left + width / 2, top + height / 2);
  return focused.contains(onTop) ? [] : [`${focused.outerHTML.slice(0, 80)} at ${Math.round(top)} px`];
}

/** Whether light text stands on a dark ground; the colours come in any notation, so a canvas reads them. */
function looksDark() {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const brightness = (colour) => {
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
    return red + green + blue;
  };
  const { color, backgroundColor } = getComputedStyle(document.body);
  return brightness(color) > brightness(backgroundColor);
}

/** Turns the page to the other appearance, as its own switch does, or back to the system's. */
function turn(appearance) {
  if (appearance === null) {
    document.documentElement.removeAttribute("data-kern-theme");
  } else {
    document.documentElement.setAttribute("data-kern-theme", appearance);
  }
}

// Wide and narrow, once in the system's light and once in its dark appearance. Colours are looked at in the other one as
// well; nothing else depends on them.
for (const [size, dark] of [
  [{ width: 1280, height: 800 }, false],
  [{ width: 360, height: 640 }, true],
]) {
  browsers(`The keyboard, at ${size.width} px,`, { now: NOW, size }, ({ test }) => {
    test("never leads to something that a bar covers", async (page) => {
      await openExample(page);
      const middle = `${ROW}:nth-child(40) ${WHY}`;
      for (const key of ["Tab", "Shift+Tab"]) {
        await page.focus(middle);
        for (let presses = 0; presses < 25; presses += 1) {
          await page.press(key);
          assert.deepEqual(await page.evaluate(coversFocus), [], `${presses + 1} times ${key}`);
        }
      }
    });
  });

  const check = async (name, page) => {
    assert.equal(await page.evaluate(looksDark), dark, name);
    assert.deepEqual(await page.axe(), [], name);
    assert.deepEqual(await page.evaluate(sticksOut), [], name);
    if ((await page.count(DIALOG)) > 0) {
      const [content, room] = await page.evaluate((css) => {
        const { scrollWidth, clientWidth } = document.querySelector(css);
        return [scrollWidth, clientWidth];
      }, DIALOG);
      assert.ok(content <= room, `${name}: the dialog scrolls sideways: ${content} > ${room}`);
    }
    await page.evaluate(turn, dark ? "light" : "dark");
    assert.equal(await page.evaluate(looksDark), !dark, name);
    assert.deepEqual(await page.axe({ runOnly: ["color-contrast"] }), [], `${name} in the other appearance`);
    await page.evaluate(turn, null);
  };

  const title = `Everybody can use, at ${size.width} px ${dark ? "dark" : "light"},`;
  browsers(title, { now: NOW, size, dark }, ({ test, session }) => {
    for (const [name, show] of SCREENS) {
      test(name, async (page) => {
        await show(page);
        await check(name, page);
      });
    }

    test("the own caseload from its first day to its worst", async (page) => {
      await showOwn(page, session, check);
    });
  });
}
