// The own caseload from its first day: set up, locked and unlocked, changed, closed and opened again.

import assert from "node:assert/strict";
import { browsers } from "./harness.mjs";
import { ERROR, ROW, assertRows, exportedCaseload, go, rows } from "./due-list.mjs";
import { FILE } from "./intake.mjs";
import { asRow, due, inRuleOrder } from "./kkd.mjs";
import { LOCK, OWN, PASSPHRASE, SAVED, openAnew, setUp, unlock } from "./own.mjs";
import { HISTORY, NOTE, assertNotes, bringIn, customers, keepNote, noteOf, openCase } from "./customers.mjs";

const DAY = "2026-11-23";
const FIELD = 'input[data-kd="passphrase"]';
const REPEAT = 'input[data-kd="passphrase-repeat"]';
const CLEARANCE = '[data-kd="clearance"]';
const UNLOCK = 'button[data-kd="unlock"]';
const WAIT = '[data-kd="unlock-wait"]';
const CHANGE = 'button[data-kd="passphrase-change"]';
const REDO_LAST = '[data-kd="redo-last"]';
const UNDO_LAST = '[data-kd="undo-last"]';

const PEOPLE = customers(12);
const [FIRST, SECOND] = PEOPLE;
const NOTES = ["Ruft Dienstag zurück.", "Unterlagen fehlen noch."];
const NEW_PASSPHRASE = "acht gruene frösche im teich";

/** Tries a passphrase that is wrong and waits for the answer. */
async function tryWrong(page, text) {
  await page.waitFor(`${UNLOCK}:not([disabled])`);
  await page.fill(FIELD, text);
  await page.click(UNLOCK);
  // The field is emptied at once, and the button is held until the key is derived.
  await page.until("the answer", (css) => document.activeElement === document.querySelector(css), FIELD);
  await page.waitFor(ERROR);
}

/** The bytes of everything that holds customers, as texts to compare. */
async function sealed(page) {
  const stored = page.idb(OWN);
  const all = [];
  for (const store of ["snapshots", "records"]) {
    for (const key of await stored.keys(store)) {
      all.push([store, key, (await stored.read(store, key)).toString("base64")]);
    }
  }
  return all;
}

/** Nothing of anybody is left in the document. */
async function assertNobodyShown(page) {
  await page.waitFor(FIELD);
  const html = await page.evaluate(() => document.documentElement.outerHTML + document.title);
  const texts = PEOPLE.flatMap(({ id, name, customer_number }) => [id, name, customer_number]).concat(NOTES);
  assert.deepEqual(
    texts.filter((text) => html.includes(text)),
    [],
  );
}

browsers("The own caseload", { now: `${DAY}T09:00` }, ({ test, session }) => {
  test("asks for the clearance and a passphrase first, and says what losing it means", async (page) => {
    await openAnew(page, "#/daten");
    await page.waitText("main", /Eine vergessene Passphrase lässt sich nicht zurückholen.*[Ss]chreiben.*Sichern/);
    assert.equal(await page.count(FILE), 0, "nothing can be brought in before");
    const wrongs = () => page.texts(`main ${ERROR}`);

    await page.click(UNLOCK);
    await page.waitFor(ERROR);
    assert.equal((await wrongs()).length, 2, "clearance and passphrase");
    assert.match((await wrongs())[0], /Bestätigung/);

    await page.check(CLEARANCE);
    await page.fill(FIELD, "elf Zeichen");
    await page.fill(REPEAT, "elf Zeichen");
    await page.click(UNLOCK);
    await page.waitText(`main ${ERROR}`, /mindestens 12/);
    assert.equal((await wrongs()).length, 1);

    // Twelve letters of one kind are allowed; nobody is made to add a digit.
    await page.fill(FIELD, "kieselsteine");
    await page.fill(REPEAT, "kieselstein");
    await page.click(UNLOCK);
    await page.waitText(`main ${ERROR}`, /nicht gleich/);
    assert.equal(await page.count(LOCK), 0);
    const names = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
    assert.ok(!names.includes(OWN), "nothing was stored so far");

    await page.fill(REPEAT, "kieselsteine");
    await page.click(UNLOCK);
    await page.waitFor(LOCK);
    await page.waitFor(FILE);
  });

  test("is locked after a reload, slows wrong passphrases, and opens where one was", async (page) => {
    await openAnew(page, "#/daten");
    await setUp(page);
    await bringIn(page, PEOPLE);
    await go(page, "#/faellig", ROW);
    const before = await rows(page);
    assert.equal(before.length, PEOPLE.length);

    await page.reload();
    await assertNobodyShown(page);
    assert.match(await page.url(), /#\/faellig$/);
    await tryWrong(page, "Sieben blaue Enten am Tee");
    await page.waitText(ERROR, /Passphrase/);
    assert.equal(await page.value(FIELD), "");
    await tryWrong(page, "sieben blaue Enten am See");
    assert.equal(await page.text(WAIT), "", "twice costs nothing");
    await tryWrong(page, `${PASSPHRASE} `);
    await page.waitText(WAIT, /noch \d+ Sekunde/);
    assert.equal(await page.count(`${UNLOCK}[disabled]`), 1);

    await page.reload();
    await page.waitText(WAIT, /noch \d+ Sekunde/);
    assert.equal(await page.count(`${UNLOCK}[disabled]`), 1, "a reload is no way round the wait");
    await page.travel(`${DAY}T09:05`);
    await page.waitFor(`${UNLOCK}:not([disabled])`);
    await unlock(page);
    await page.waitFor(ROW);
    await assertRows(page, before);
    assert.match(await page.url(), /#\/faellig$/);
  });

  test("keeps changes, their history and the way back beyond the browser's end", async (page) => {
    await page.open("#/faellig");
    await unlock(page);
    await page.waitFor(ROW);
    await keepNote(page, FIRST, NOTES[0]);
    assert.match((await page.texts(HISTORY))[0], /^23\.11\.2026 09:0\d.*Notiz.*rückgängig möglich/);
    await keepNote(page, SECOND, NOTES[1]);

    const again = await session.restart();
    await again.open("#/daten");
    await unlock(again);
    await assertNotes(again, [
      [FIRST, NOTES[0]],
      [SECOND, NOTES[1]],
    ]);
    await again.click(UNDO_LAST);
    await again.waitFor(REDO_LAST);
    assert.equal(await again.value(NOTE), "");
    await again.waitFor(SAVED);

    await again.reload();
    await unlock(again);
    await assertNotes(again, [
      [FIRST, NOTES[0]],
      [SECOND, ""],
    ]);
    await again.click(REDO_LAST);
    await again.until("the note", ([css, text]) => document.querySelector(css).value === text, [NOTE, NOTES[1]]);
    await again.waitFor(SAVED);
  });

  test("leaves nothing on screen when it is locked: by button, by key, by itself", async (page) => {
    await page.open("#/faellig");
    await unlock(page);
    await openCase(page, FIRST);
    await page.click(LOCK);
    await assertNobodyShown(page);

    await unlock(page);
    await page.waitFor(HISTORY);
    await page.press("Control+l");
    await assertNobodyShown(page);

    await unlock(page);
    await go(page, "#/faellig", ROW);
    const wake = () => window.dispatchEvent(new Event("visibilitychange"));
    await page.travel(`${DAY}T09:09`);
    await page.evaluate(wake);
    assert.equal(await page.count(LOCK), 1, "nine minutes are not ten");
    await page.travel(`${DAY}T09:30`);
    // The page looks by itself now and then.
    await assertNobodyShown(page);
  });

  test("is exported as it was entered, and kkd says of it what the page says", async (page) => {
    await page.open("#/faellig");
    await unlock(page);
    await page.waitFor(ROW);
    const list = await rows(page);
    const caseload = await exportedCaseload(page);
    assert.deepEqual(list, inRuleOrder(due(DAY, caseload)).map(asRow));
    const { cases } = JSON.parse(caseload);
    const entered = PEOPLE.map((person, index) => ({ ...person, note: NOTES[index] }));
    const said = cases.map((found, index) =>
      Object.fromEntries(Object.keys(entered[index] ?? {}).map((key) => [key, found[key] ?? undefined])),
    );
    assert.deepEqual(said, entered);
  });

  test("gets another passphrase without a record being written anew", async (page) => {
    await page.open("#/daten");
    await unlock(page);
    await page.waitFor(CHANGE);
    const before = await sealed(page);
    assert.ok(before.length >= 5, "snapshot, import, notes, undo and redo");

    const change = async (present, wanted) => {
      await page.fill('[data-kd="passphrase-present"]', present);
      await page.fill('[data-kd="passphrase-new"]', wanted);
      await page.fill('[data-kd="passphrase-new-repeat"]', wanted);
      await page.click(CHANGE);
    };
    await change(NEW_PASSPHRASE, NEW_PASSPHRASE);
    await page.waitText(`main ${ERROR}`, /Bisherige Passphrase/);
    await change(PASSPHRASE, "zu kurz");
    await page.waitText(`main ${ERROR}`, /mindestens 12/);
    await change(PASSPHRASE, NEW_PASSPHRASE);
    await page.waitText('[data-kd="toast"]', /Passphrase ist geändert/);
    assert.deepEqual(await sealed(page), before);

    await page.reload();
    await tryWrong(page, PASSPHRASE);
    await unlock(page, NEW_PASSPHRASE);
    assert.equal(await noteOf(page, FIRST), NOTES[0]);
  });

  test("remembers small things about the page, and nothing about anybody", async (page) => {
    await page.open("#/daten");
    await unlock(page, NEW_PASSPHRASE);
    await page.waitFor('[data-kd="lock-minutes"]');
    await page.select('[data-kd="lock-minutes"]', "30");
    await page.evaluate(() => document.querySelector('input[name="kd-theme"][value="dark"]').click());
    await openCase(page, FIRST);

    const again = await session.restart();
    await again.open();
    assert.match(await again.url(), /#\/daten$/, "the last page, and not that of a customer");
    await unlock(again, NEW_PASSPHRASE);
    assert.equal(await again.value('[data-kd="lock-minutes"]'), "30");
    assert.equal(await again.evaluate(() => document.querySelector('input[name="kd-theme"]:checked').value), "dark");
    const settings = await again.evaluate(() => Object.entries({ ...localStorage }).flat().join("\n"));
    const texts = PEOPLE.flatMap(({ id, name, customer_number }) => [id, name, customer_number]).concat(NOTES);
    assert.deepEqual(
      texts.filter((text) => settings.includes(text)),
      [],
    );

    await again.travel(`${DAY}T09:15`);
    await again.evaluate(() => window.dispatchEvent(new Event("visibilitychange")));
    assert.equal(await again.count(LOCK), 1, "it stays open for thirty minutes now");
    await again.travel(`${DAY}T09:40`);
    await again.evaluate(() => window.dispatchEvent(new Event("visibilitychange")));
    await again.waitFor(FIELD);
  });
});
