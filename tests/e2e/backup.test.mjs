// Backups out and in: one sealed file, its age, the reminder; and back again as a dry run, in place of what is there or
// beside it.

import assert from "node:assert/strict";
import { browsers } from "./harness.mjs";
import { ROW, assertRows, go, rows } from "./due-list.mjs";
import { UNDO } from "./intake.mjs";
import { asRow, dueOfSealed, inRuleOrder, opened } from "./kkd.mjs";
import { PASSPHRASE, SAVED, openAnew, setUp, unlock } from "./own.mjs";
import { fakeSavePicker, savedFiles } from "./save-picker.mjs";
import { bringIn, caseloadFile, customer, customers, keepNote, noteOf } from "./customers.mjs";

const DAY = "2026-11-23";
const AGE = 'a[data-kd="backup-age"]';
const EXPORT = 'button[data-kd="export-backup"]';
const EXPORT_FILE = 'button[data-kd="export-backup-file"]';
const RESTORE = 'input[data-kd="restore-file"]';
const RESTORE_PASSPHRASE = 'input[data-kd="restore-passphrase"]';
const RESTORE_OPEN = 'button[data-kd="restore-open"]';
const ACCEPT = 'button[data-kd="restore-accept"]';
const CANCEL = 'button[data-kd="restore-cancel"]';
const REFUSED = '.kd-restore [data-kd="error"]';
const TOAST = '[data-kd="toast"]';
const REMINDER = /Zeit für eine Sicherung/;

const OTHER_PASSPHRASE = "Neun rote Bojen im Hafen";
const PEOPLE = customers(3);
const [FIRST] = PEOPLE;

const changes = async (page) => Number(await page.attribute(AGE, "data-changes"));
const banners = (page) => page.text('[data-kd="role"]');
const numbers = async (page) => {
  await go(page, "#/faellig", "h1");
  return (await rows(page)).map(({ number }) => Number(number.slice(-6))).sort((one, other) => one - other);
};

/** Downloads a backup and waits until that is noted. */
async function backUp(page) {
  await go(page, "#/daten", EXPORT);
  const file = await page.download(() => page.click(EXPORT));
  await page.waitFor(`${AGE}[data-changes="0"]`);
  return file;
}

/** Undo and redo in turn, as fast as keys can be pressed: `count` changes. */
async function turn(page, count) {
  await page.focus("h1");
  await page.evaluate((times) => {
    for (let index = 0; index < times; index += 1) {
      const key = index % 2 === 0 ? "z" : "y";
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key, ctrlKey: true, bubbles: true }));
    }
  }, count);
  await page.waitFor(SAVED);
}

/** Hands a file to the restore and opens it, if it asks for a passphrase. */
async function open(page, { name, bytes }, passphrase = PASSPHRASE, sign = CANCEL) {
  await go(page, "#/daten", RESTORE);
  await page.upload(RESTORE, { name, content: bytes });
  await page.waitFor(RESTORE_PASSPHRASE);
  await page.fill(RESTORE_PASSPHRASE, passphrase);
  await page.click(RESTORE_OPEN);
  await page.waitGone(RESTORE_PASSPHRASE);
  await page.waitFor(sign);
}

async function counts(page) {
  const css = '[data-kd="restore-count"]';
  const [names, values] = [await page.attributes(css, "data-relation"), await page.attributes(css, "data-count")];
  return Object.fromEntries(names.map((name, index) => [name, Number(values[index])]));
}

async function relations(page) {
  const css = '[data-kd="restore-row"]';
  const texts = await page.texts(css);
  return (await page.attributes(css, "data-relation")).map((relation, index) => [
    relation,
    Number(/900P(\d+)/.exec(texts[index])[1]),
  ]);
}

browsers("A backup", { now: `${DAY}T09:00` }, ({ test, session }) => {
  test("is opened by kkd, and its age is told until it is time for the next", async (page) => {
    await openAnew(page, "#/daten");
    await setUp(page);
    assert.equal(await changes(page), 0);
    await page.waitText(AGE, /noch keine Sicherung/);
    await bringIn(page, PEOPLE);
    assert.equal(await changes(page), 1);
    await page.waitText('[data-kd="role"]', REMINDER);

    const file = await backUp(page);
    assert.match(file.name, /^kontaktdichte-sicherung-2026-11-23-090\d\.kkd$/);
    assert.ok(!file.text.includes("Person 1"));
    await page.waitText(AGE, /Sicherung heute/);
    assert.doesNotMatch(await banners(page), REMINDER);
    await go(page, "#/faellig", ROW);
    await assertRows(page, inRuleOrder(dueOfSealed(DAY, file.bytes, PASSPHRASE, PEOPLE)).map(asRow));

    await keepNote(page, FIRST, "danach");
    assert.equal(await changes(page), 1);
    await turn(page, 48);
    assert.doesNotMatch(await banners(page), REMINDER, "49 changes");
    await turn(page, 2);
    await page.waitText('[data-kd="role"]', REMINDER);

    await page.reload();
    await unlock(page);
    assert.equal(await changes(page), 51);
    const next = await backUp(page);
    assert.equal(JSON.parse(opened(DAY, next.bytes, PASSPHRASE)).cases[0].note, "danach");

    await keepNote(page, FIRST, "viel später");
    const later = await session.tab({ now: "2026-12-01T09:00" });
    await page.reload();
    await later.open("#/faellig");
    await unlock(later);
    await later.waitText(AGE, /vor 8 Tagen.*1 Änderung/);
    await later.waitText('[data-kd="role"]', REMINDER);
  });

  test("goes into a file that is chosen once, where the browser can do that", async () => {
    const page = await session.tab({ before: fakeSavePicker });
    await page.open("#/daten");
    await unlock(page);
    const set = (values) => page.evaluate((given) => Object.assign(window, given), values);
    const saved = async () => (await savedFiles(page)).length;
    const before = await changes(page);
    assert.equal(before, 1);

    await set({ kdPicker: "cancel" });
    await page.click(EXPORT_FILE);
    await set({ kdPicker: "choose", kdPermission: "failing" });
    await page.click(EXPORT_FILE);
    await page.waitText('.kd-backup [data-kd="error"]', /kein Platz/);
    await set({ kdPermission: "denied" });
    await page.click(EXPORT_FILE);
    await page.waitText('.kd-backup [data-kd="error"]', /durfte nicht/);
    assert.deepEqual([await saved(), await changes(page)], [0, before]);

    await set({ kdPermission: "granted" });
    await page.click(EXPORT_FILE);
    await page.waitFor(`${AGE}[data-changes="0"]`);
    const [{ name, bytes }] = await savedFiles(page);
    assert.match(name, /\.kkd$/);
    assert.equal(JSON.parse(opened(DAY, bytes, PASSPHRASE)).cases.length, PEOPLE.length);
    await page.waitText(EXPORT_FILE, new RegExp(`In „${name}“`));

    await keepNote(page, FIRST, "noch etwas");
    await page.reload();
    await unlock(page);
    await go(page, "#/daten", EXPORT_FILE);
    await page.waitText(EXPORT_FILE, new RegExp(`In „${name}“`));
    await set({ kdPicker: "cancel", kdPermission: "prompt" });
    await page.click(EXPORT_FILE);
    await page.waitFor(`${AGE}[data-changes="0"]`);
    const [again] = await savedFiles(page);
    assert.equal(again.name, name);
    assert.equal(JSON.parse(opened(DAY, again.bytes, PASSPHRASE)).cases[0].note, "noch etwas");
  });
});

browsers("Restoring", { now: `${DAY}T09:00` }, ({ test, session }) => {
  /** Customers 1 to 3, of this caseload. */
  let backup;

  test("refuses what is no backup, or not a whole one, and changes nothing", async (page) => {
    await openAnew(page, "#/daten");
    await setUp(page);
    await bringIn(page, PEOPLE);
    await keepNote(page, FIRST, "wie gesichert");
    backup = await backUp(page);
    const line = backup.bytes.indexOf("\n");
    const header = backup.bytes.subarray(0, line).toString();
    const changed = (from, to) => Buffer.concat([Buffer.from(header.replace(from, to)), backup.bytes.subarray(line)]);
    const png = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

    await go(page, "#/daten", RESTORE);
    for (const [what, bytes, words] of [
      ["cut off", backup.bytes.subarray(0, -20), /unvollständig|abgeschnitten|beschädigt/],
      ["cut off in its head", backup.bytes.subarray(0, 100), /unvollständig|abgeschnitten|beschädigt/],
      ["empty", Buffer.alloc(0), /leer/],
      ["a picture", png, /keine Sicherung/],
      ["a caseload", Buffer.from(caseloadFile(PEOPLE).content), /keine Sicherung|Bestandsdatei/],
      ["of a newer version", changed('"version":1', '"version":2'), /neuere/],
    ]) {
      await page.upload(RESTORE, { name: `${what}.kkd`, content: bytes });
      await page.waitText(REFUSED, words).catch(async (error) => {
        throw new Error(`${what}: ${await page.texts(REFUSED)} (${error.message})`);
      });
      assert.match(await page.text(REFUSED), /Ihr Bestand ist unverändert|nichts geändert/, what);
      assert.equal(await page.count(RESTORE_PASSPHRASE), 0, what);
    }

    const flipped = Buffer.from(backup.bytes);
    flipped[line + 40] ^= 1;
    await open(page, { name: "ein Bit.kkd", bytes: flipped }, PASSPHRASE, REFUSED);
    assert.match(await page.text(REFUSED), /beschädigt|verändert/);

    await page.upload(RESTORE, { name: backup.name, content: backup.bytes });
    await page.fill(RESTORE_PASSPHRASE, OTHER_PASSPHRASE);
    await page.click(RESTORE_OPEN);
    await page.waitText(REFUSED, /Passphrase/);
    await page.waitFor(RESTORE_PASSPHRASE);
    assert.equal(await page.count(ACCEPT), 0);
    await page.fill(RESTORE_PASSPHRASE, PASSPHRASE);
    await page.click(RESTORE_OPEN);
    await page.waitFor('[data-kd="restore-count"]');
    assert.deepEqual(await counts(page), { new: 0, changed: 0, gone: 0, unchanged: 3 });
    assert.equal(await page.count(ACCEPT), 0, "there is nothing to restore");
    assert.equal(await changes(page), 0);
  });

  test("shows what differs, adds it or takes its place, and both can be undone", async (page) => {
    await page.open("#/faellig");
    await unlock(page);
    await page.waitFor(ROW);
    await page.focus("h1");
    await turn(page, 1);
    await page.press("Control+z");
    await page.waitGone(ROW);
    await bringIn(page, [customer(1, { note: "hier neu" }), customer(4)]);

    await open(page, backup);
    assert.deepEqual(await counts(page), { new: 2, changed: 1, gone: 1, unchanged: 0 });
    assert.deepEqual((await relations(page)).sort(), [
      ["changed", 1],
      ["gone", 4],
      ["new", 2],
      ["new", 3],
    ]);
    await page.check('input[data-kd="restore-mode"][value="merge"]');
    await page.click(ACCEPT);
    await page.waitText(TOAST, /zusammengeführt/);
    assert.deepEqual(await numbers(page), [1, 2, 3, 4]);
    assert.equal(await noteOf(page, FIRST), "hier neu", "what stands here wins");
    await page.click('[data-kd="undo-last"]');
    await page.waitFor('[data-kd="redo-last"]');
    assert.deepEqual(await numbers(page), [1, 4]);

    await open(page, backup);
    await page.check('input[data-kd="restore-mode"][value="replace"]');
    await page.click(ACCEPT);
    await page.waitText(TOAST, /wiederhergestellt/);
    assert.deepEqual(await numbers(page), [1, 2, 3]);
    assert.equal(await noteOf(page, FIRST), "wie gesichert");
    await go(page, "#/daten", UNDO);
    await page.click(UNDO);
    await page.waitGone(UNDO);
    assert.deepEqual(await numbers(page), [1, 4]);
    await page.waitFor(SAVED);

    await page.reload();
    await unlock(page);
    assert.deepEqual(await numbers(page), [1, 4]);
    await page.press("Control+y");
    await page.until("the customers of the backup", (css) => document.querySelectorAll(css).length === 3, ROW);
    await page.waitFor(SAVED);
  });

  test("carries a caseload to another computer, but never into another one's caseload", async () => {
    const page = await session.renew();
    await page.open("#/daten");
    await setUp(page, OTHER_PASSPHRASE);
    await bringIn(page, [customer(9)]);
    await open(page, backup);
    await page.waitText(REFUSED, /Sicherung eines anderen Bestands/);
    assert.equal(await page.count(ACCEPT), 0);
    assert.deepEqual(await numbers(page), [9]);

    await openAnew(page, "#/daten");
    await setUp(page, OTHER_PASSPHRASE);
    await open(page, backup);
    await page.click(ACCEPT);
    await page.waitText(TOAST, /wiederhergestellt/);
    assert.deepEqual(await numbers(page), [1, 2, 3]);
    await keepNote(page, FIRST, "am neuen Platz");
    const next = await backUp(page);
    await keepNote(page, FIRST, "ein Versehen");

    const again = await session.restart();
    await again.open("#/daten");
    await unlock(again, OTHER_PASSPHRASE);
    await open(again, next, OTHER_PASSPHRASE);
    assert.deepEqual(await counts(again), { new: 0, changed: 1, gone: 0, unchanged: 2 });
    await again.click(ACCEPT);
    await again.waitText(TOAST, /wiederhergestellt/);
    assert.equal(await noteOf(again, FIRST), "am neuen Platz");
    await again.waitFor(SAVED);
  });
});
