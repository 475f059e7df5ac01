// What goes wrong with storage: denied, full, damaged, too new. Each is told, the readable part stays readable, and
// nothing is thrown away.

import assert from "node:assert/strict";
import { denyStorage, fillableDisk, withoutDatabase } from "./faults.mjs";
import { browsers } from "./harness.mjs";
import { ERROR, ROW, exportedCaseload, go, rows } from "./due-list.mjs";
import { ACCEPT, FILE, UNDO } from "./intake.mjs";
import { opened } from "./kkd.mjs";
import { LOCK, OWN, PASSPHRASE, SAVED, openAnew, setUp, unlock } from "./own.mjs";
import { dumpStore, plantStore } from "./store-dump.mjs";
import { HISTORY, SAVE, bringIn, caseloadFile, customers, keepNote, keepNotes, noteOf, openCase, writeNote } from "./customers.mjs";

const DAY = "2026-11-23";
const FIELD = 'input[data-kd="passphrase"]';
const FAILED = '[data-kd="save-state"][data-state="failed"]';
const ROLE = (name) => `[data-kd="role"][data-role="${name}"]`;
const RESCUE = 'button[data-kd="rescue"]';
const GO_ON = 'button[data-kd="go-on-readable"]';

const PEOPLE = customers(15);
const note = (index) => `Notiz Nummer ${index + 1}`;

/** Loads a dumped store into the profile and the page on it, locked. */
async function plant(page, dump, version) {
  await openAnew(page, "#/datenschutz");
  await plantStore(page, dump, OWN, version);
  await page.load("#/daten");
  await page.reload();
}

/** Undo and redo in turn, as fast as keys can be pressed: `count` records. */
async function turn(page, count) {
  await page.evaluate((times) => {
    for (let index = 0; index < times; index += 1) {
      const key = index % 2 === 0 ? "z" : "y";
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key, ctrlKey: true, bubbles: true }));
    }
  }, count);
  await page.waitFor(SAVED);
}

async function rescued(page) {
  const file = await page.download(() => page.click(RESCUE));
  assert.match(file.name, /\.kkd-rettung$/);
  return JSON.parse(opened(DAY, file.bytes, PASSPHRASE)).cases;
}

browsers("Without storage", { now: `${DAY}T09:00` }, ({ test, session }) => {
  for (const before of [denyStorage, withoutDatabase]) {
    test(`one can work in memory (${before.name})`, async () => {
      const page = await session.tab({ before });
      await page.open("#/daten");
      await page.waitText(`main ${ERROR}`, /speichert nichts/);
      assert.equal(await page.count(FIELD), 0);
      await page.click('[data-kd="without-storage"]');
      await page.waitFor(FILE);
      await page.upload(FILE, caseloadFile(PEOPLE));
      await page.click(ACCEPT);
      await page.waitFor(UNDO);
      assert.equal(await page.attribute('[data-kd="save-state"]', "data-state"), "memory");
      await writeNote(page, PEOPLE[0], note(0));
      await go(page, "#/faellig", ROW);
      assert.equal((await rows(page)).length, PEOPLE.length);
      const { cases } = JSON.parse(await exportedCaseload(page));
      assert.equal(cases[0].note, note(0));
    });
  }
});

browsers("With a full disk", { now: `${DAY}T09:00`, before: fillableDisk }, ({ test }) => {
  const fill = (page, how) => page.evaluate((value) => (window.kdFull = value), how);

  test("changes wait in memory, can be backed up from there, and are saved when there is room", async (page) => {
    await openAnew(page, "#/daten");
    await fill(page, true);
    await page.check('[data-kd="clearance"]');
    for (const css of [FIELD, 'input[data-kd="passphrase-repeat"]']) {
      await page.fill(css, PASSPHRASE);
    }
    await page.click('button[data-kd="unlock"]');
    await page.waitText(`main ${ERROR}`, /nicht angelegt.*kein Platz/);
    await fill(page, false);
    await setUp(page);
    await bringIn(page, PEOPLE);

    for (const [index, how] of [true, "commit"].entries()) {
      const someone = PEOPLE[index];
      await fill(page, how);
      await writeNote(page, someone, note(index));
      await page.waitFor(FAILED);
      await page.waitText(ERROR, /Der Speicher ist voll/);
      await page.press("Control+l");
      await page.waitText('[data-kd="toast"]', /Noch nicht gesperrt/);
      const backup = await page.download(() => page.click('[data-kd="save-backup"]'));
      const { cases } = JSON.parse(opened(DAY, backup.bytes, PASSPHRASE));
      assert.equal(cases[index].note, note(index), "the backup has what was not saved");
      await page.click('[data-kd="save-again"]');
      await page.waitFor(FAILED);
      await fill(page, false);
      await page.click('[data-kd="save-again"]');
      await page.waitFor(SAVED);
      await page.waitGone(ERROR);
    }
    await page.reload();
    await unlock(page);
    assert.deepEqual(
      [await noteOf(page, PEOPLE[0]), await noteOf(page, PEOPLE[1])],
      [note(0), note(1)],
    );
  });
});

browsers("A damaged store", { now: `${DAY}T09:00` }, ({ test, session }) => {
  /** A sound store: the import is record 1, the note of person n is record n + 1. */
  let sound;

  test("is made sound first", async (page) => {
    await openAnew(page, "#/daten");
    await setUp(page);
    await bringIn(page, PEOPLE);
    await keepNotes(
      page,
      PEOPLE.map((person, index) => [person, note(index)]),
    );
    sound = await dumpStore(page);
    assert.equal(sound.records.length, PEOPLE.length + 1);
  });

  test("names every record that is not what it was, and shows the others", async (page) => {
    await plant(page, sound);
    const stored = page.idb(OWN);
    const length = async (key) => (await stored.read("records", key)).length;
    const cut = async (key, bytes) =>
      stored.put("records", key, (await stored.read("records", key)).subarray(0, bytes));
    const damages = {
      2: (key) => stored.alter("records", key, 0),
      3: (key) => stored.alter("records", key, 3),
      4: (key) => stored.alter("records", key, 4),
      5: (key) => stored.alter("records", key, 12),
      6: (key) => stored.alter("records", key, 13, (byte) => byte ^ 1),
      7: (key) => stored.alter("records", key, 40, (byte) => byte ^ 1),
      8: async (key) => stored.alter("records", key, (await length(key)) - 1, (byte) => byte ^ 1),
      9: async (key) => cut(key, (await length(key)) - 1),
      10: (key) => cut(key, 7),
      11: async (key) => stored.put("records", key, await stored.read("records", 1)),
      12: (key) => stored.remove("records", key),
      13: (key) => stored.put("records", key, new Uint8Array()),
      // Only a record that does not open as version 1 is of another version.
      14: (key) => stored.alter("records", key, 2, () => 2),
    };
    for (const [key, damage] of Object.entries(damages)) {
      await damage(Number(key));
    }
    const before = await dumpStore(page);

    await unlock(page);
    await page.waitFor(ROLE("read-only"));
    await page.waitText(ERROR, /an 13 Stellen beschädigt.*3 von 16 Einträgen/);
    const losses = await page.texts(".kd-losses li");
    assert.deepEqual(
      losses.map((text) => Number(/^Eintrag (\d+) /.exec(text)?.[1])),
      Object.keys(damages).map(Number),
    );
    for (const [number, words] of [
      [2, "etwas anderes"],
      [3, "anderer Art"],
      [5, "anderer Nummer"],
      [10, "unvollständig"],
      [11, "anderer Nummer"],
      [12, "fehlt"],
      [13, "leer"],
      [14, "beschädigt"],
    ]) {
      assert.ok(losses[number - 2].includes(words), losses[number - 2]);
    }

    const expected = PEOPLE.map((_, index) => (damages[index + 2] ? "" : note(index)));
    assert.equal(expected.filter(Boolean).length, 2);
    await openCase(page, PEOPLE[14]);
    assert.equal(await noteOf(page, PEOPLE[14]), note(14));
    assert.ok(await page.evaluate((css) => document.querySelector(css).matches(":disabled"), SAVE));
    await page.press("Control+z");
    assert.equal(await page.count(`${GO_ON}[disabled]`), 1, "first the rescue file");
    const cases = await rescued(page);
    assert.deepEqual(
      cases.map((found) => found.note ?? ""),
      expected,
    );
    assert.deepEqual(await dumpStore(page), before, "so far nothing was written");

    await page.waitFor(`${GO_ON}:not([disabled])`);
    await page.click(GO_ON);
    await page.waitFor(ROLE("writer"));
    await page.waitGone(ERROR);
    await keepNote(page, PEOPLE[0], "weiter");
    await page.reload();
    await unlock(page);
    await page.waitFor(ROLE("writer"));
    assert.equal(await page.count(ERROR), 0);
    expected[0] = "weiter";
    const now = JSON.parse(await exportedCaseload(page));
    assert.deepEqual(
      now.cases.map((found) => found.note ?? ""),
      expected,
    );
  });

  test("loses nothing with a snapshot", async (page) => {
    await plant(page, sound);
    await unlock(page);
    await go(page, "#/faellig", ROW);
    await page.focus("h1");
    await turn(page, 200);
    const stored = page.idb(OWN);
    await page.until(
      "another snapshot",
      async (name) => {
        const db = await new Promise((resolve) => (indexedDB.open(name).onsuccess = (event) => resolve(event.target.result)));
        const counting = db.transaction("snapshots").objectStore("snapshots").count();
        const count = await new Promise((resolve) => (counting.onsuccess = () => resolve(counting.result)));
        db.close();
        return count === 2;
      },
      OWN,
    );
    const [oldest, newest] = await stored.keys("snapshots");
    const wanted = PEOPLE.map((_, index) => note(index));
    const assertWhole = async () => {
      const { cases } = JSON.parse(await exportedCaseload(page));
      assert.deepEqual(
        cases.map((found) => found.note),
        wanted,
      );
    };
    for (const number of [newest, oldest]) {
      await stored.alter("snapshots", number, 60);
      await page.reload();
      await unlock(page);
      await page.waitFor(ROLE("read-only"));
      await page.waitText(ERROR, new RegExp(`Zwischenstand ${number} ist beschädigt`));
      await assertWhole();
    }
    await rescued(page);
    await page.click(GO_ON);
    await page.waitFor(ROLE("writer"));
    await page.reload();
    await unlock(page);
    await page.waitFor(ROLE("writer"));
    await assertWhole();
    // What a start does not read is looked up for whoever asks.
    await openCase(page, PEOPLE[0]);
    await page.until("the import and the note", (css) => document.querySelectorAll(css).length === 2, HISTORY);
  });

  test("is not touched if it is newer", async (page) => {
    const assertNewer = async (what) => {
      await page.waitText(`main ${ERROR}`, /neuere[nr] (Fassung|kontaktdichte\.html)/);
      assert.equal(await page.count(LOCK), 0, what);
      assert.equal(await page.count(FIELD), 0, what);
      await page.waitFor(RESCUE);
    };
    await plant(page, sound);
    const stored = page.idb(OWN);
    await stored.alter("records", 15, 2, () => 2);
    await stored.alter("records", 15, 50);
    const before = await dumpStore(page);
    await unlock(page, PASSPHRASE, ERROR);
    await assertNewer("a record");
    const after = await dumpStore(page);
    assert.deepEqual(after, before);

    const vault = await stored.read("meta", "vault");
    await stored.put("meta", "vault", vault.replace('"version":1', '"version":2'));
    await page.reload();
    await assertNewer("the vault");

    await plant(page, sound, 2);
    await assertNewer("the database");
  });

  test("says so if the lock is damaged, and asks for no passphrase then", async (page) => {
    await plant(page, sound);
    const stored = page.idb(OWN);
    const vault = await stored.read("meta", "vault");
    const at = vault.indexOf('"wrapped":"') + 15;
    const flipped = vault[at] === "a" ? "b" : "a";
    for (const damage of [
      () => stored.put("meta", "vault", vault.slice(0, at) + flipped + vault.slice(at + 1)),
      () => stored.put("meta", "vault", "{"),
      () => stored.remove("meta", "vault"),
    ]) {
      await damage();
      await page.reload();
      await page.waitText(`main ${ERROR}`, /Angaben zum Schlüssel sind beschädigt/);
      assert.equal(await page.count(FIELD), 0);
      await page.waitFor(RESCUE);
    }
    await stored.put("meta", "vault", vault);
    await page.reload();
    await unlock(page);
    assert.equal(await noteOf(page, PEOPLE[0]), note(0));
  });

  test("is none if it was never begun", async (page) => {
    // The browser ended between making the database and writing the first bytes.
    await plant(page, { meta: [], snapshots: [], records: [] });
    await setUp(page);
    await bringIn(page, PEOPLE.slice(0, 1));
    await page.reload();
    await unlock(page);
    assert.equal(await noteOf(page, PEOPLE[0]), "");
  });

  test("is none if only the clock was set back", async (page) => {
    await plant(page, sound);
    const early = await session.tab({ now: "2026-11-02T09:00" });
    await early.open("#/faellig");
    await unlock(early);
    await early.waitText("[data-kd=role]", /Uhr dieses Computers geht offenbar nach.*23\.11\.2026.*02\.11\.2026/);
    await keepNote(early, PEOPLE[0], "zu früh");
    await early.reload();
    await unlock(early);
    assert.equal(await noteOf(early, PEOPLE[0]), "zu früh");
    assert.equal(await early.count(ERROR), 0);
  });
});
