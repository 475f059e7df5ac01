// The browser loses what it stored. Where there is a second copy everything comes back from it; where there is none,
// the page says that something was here, and leads to the backup.

import assert from "node:assert/strict";
import { browsers } from "./harness.mjs";
import { ROW, exportedCaseload, go } from "./due-list.mjs";
import { LOCK, OWN, PASSPHRASE, beginOwn, setUp, unlock } from "./own.mjs";
import { bucketFiles, loseBuckets, loseDatabases, tearLog } from "./storage-folder.mjs";
import { assertNotes, bringIn, customer, keepNote, keepNotes } from "./customers.mjs";

const DAY = "2026-11-23";
const FIELD = 'input[data-kd="passphrase"]';
const RETURNED = '[data-kd="returned"]';
const CLOSE = ".kd-banner:has([data-kd=returned]) .kd-banner__close";
const VANISHED = /Ihr Bestand ist nicht mehr da/;
const OTHER_PASSPHRASE = "Neun rote Bojen im Hafen";

const STAYS = customer(1);
const GOES = customer(2, { closed_on: "2024-10-01", closed_reason: "Umzug" });
const OTHER = customer(3);

const numbers = (text) => JSON.parse(text).cases.map((found) => found.customer_number);

/** Waits until the second copy has as many records as the first, for nothing on screen tells. */
const copied = (page) =>
  page.until(
    "the second copy",
    async (name) => {
      const count = async (factory) => {
        const settle = (request) =>
          new Promise((resolve, reject) => {
            request.onsuccess = () => resolve(request.result);
            request.onerror = () => reject(request.error);
            request.onupgradeneeded = () => request.transaction.abort();
          });
        const db = await settle(factory.open(name));
        const found = await settle(db.transaction("records").objectStore("records").count());
        db.close();
        return found;
      };
      if (!(await navigator.storageBuckets.keys()).includes(name)) {
        return false;
      }
      const bucket = await navigator.storageBuckets.open(name);
      const [first, second] = [await count(indexedDB), await count(bucket.indexedDB).catch(() => -1)];
      return first === second;
    },
    OWN,
  );

browsers("A lost storage", { now: `${DAY}T09:00` }, ({ test, session, browser }) => {
  /** Starts again after something happened to the closed browser's profile. */
  const after = async (...events) => {
    await session.close();
    for (const event of events) {
      await event(session.profileFolder);
    }
    const page = await session.restart();
    await page.open("#/daten");
    return page;
  };

  if (browser === "chromium") {
    test("comes back from the second copy, with all changes, and says so", async (page) => {
      await beginOwn(page);
      await bringIn(page, [STAYS, GOES, OTHER]);
      await keepNote(page, STAYS, "vor dem Riss");
      await copied(page);
      const torn = await after(tearLog);
      await unlock(torn);
      assert.equal(await torn.count(RETURNED), 0);
      await keepNote(torn, STAYS, "hinter dem Riss");
      await keepNote(torn, OTHER, "auch");

      // Now the browser finds the log damaged, and empties the folder.
      const lost = await after();
      await unlock(lost);
      await lost.waitText(RETURNED, /aus der zweiten Kopie zurück/);
      await assertNotes(lost, [
        [STAYS, "hinter dem Riss"],
        [OTHER, "auch"],
      ]);
      await keepNote(lost, OTHER, "und weiter");

      // It is said until somebody has read it.
      await lost.reload();
      await unlock(lost);
      await lost.click(CLOSE);
      await lost.waitGone(RETURNED);
      await lost.reload();
      await unlock(lost);
      assert.equal(await lost.count(RETURNED), 0);
      await assertNotes(lost, [[OTHER, "und weiter"]]);
    });

    test("comes back under the passphrase that was chosen last", async (page) => {
      await page.open("#/daten");
      await unlock(page);
      await copied(page);
      await page.fill('[data-kd="passphrase-present"]', PASSPHRASE);
      await page.fill('[data-kd="passphrase-new"]', OTHER_PASSPHRASE);
      await page.fill('[data-kd="passphrase-new-repeat"]', OTHER_PASSPHRASE);
      await page.click('[data-kd="passphrase-change"]');
      await page.waitText('[data-kd="toast"]', /Passphrase ist geändert/);
      const lost = await after(loseDatabases);
      await unlock(lost, OTHER_PASSPHRASE);
      await lost.waitFor(RETURNED);
    });

    test("does not bring back who was deleted for good", async (page) => {
      await page.open("#/daten");
      await unlock(page, OTHER_PASSPHRASE);
      await copied(page);
      await page.check(`[data-kd="deletion-row"][data-number="${GOES.customer_number}"] input`);
      await page.click('button[data-kd="delete-finally"]');
      await page.click('button[data-kd="delete-confirm"]');
      await page.waitText('[data-kd="toast"]', /1 Person endgültig gelöscht/);
      await keepNotes(page, [[STAYS, "danach"]]);
      await copied(page);
      const lost = await after(loseDatabases);
      await unlock(lost, OTHER_PASSPHRASE);
      await lost.waitFor(RETURNED);
      assert.deepEqual(numbers(await exportedCaseload(lost)), [STAYS.customer_number, OTHER.customer_number]);
      await assertNotes(lost, [[STAYS, "danach"]]);
    });

    test("has nothing left of what was deleted as a whole", async (page) => {
      await page.open("#/daten");
      await unlock(page, OTHER_PASSPHRASE);
      await copied(page);
      await page.fill('.kd-erase input[data-kd="erase-word"]', "LÖSCHEN");
      await page.click('button[data-kd="erase-all"]');
      await page.waitFor('[data-kd="door-own"]');
      assert.deepEqual(await page.evaluate(() => navigator.storageBuckets.keys()), []);
      const empty = await after();
      await empty.waitFor('[data-kd="clearance"]');
      assert.equal(await empty.count(RETURNED), 0);
      await session.close();
      const files = await bucketFiles(session.profileFolder);
      const trace = Buffer.from(OWN, "utf16le").swap16();
      assert.ok(!files.some((bytes) => bytes.includes(trace) || bytes.includes(OWN)));
    });
  }

  test("leads to the backup where nothing is left of it", async () => {
    const page = await session.renew();
    await page.open("#/daten");
    await setUp(page);
    await bringIn(page, [STAYS, OTHER]);
    await keepNote(page, STAYS, "gesichert");
    await go(page, "#/daten", '[data-kd="export-backup"]');
    const backup = await page.download(() => page.click('[data-kd="export-backup"]'));

    const lost = await after(loseDatabases, loseBuckets);
    await lost.waitText("h1", VANISHED);
    assert.equal(await lost.count(FIELD), 0);
    await go(lost, "#/willkommen", '[data-kd="door-own"]');
    await lost.waitText("main", /nicht mehr, den er hier gespeichert hatte/);
    await lost.click('[data-kd="door-own"]');
    await lost.waitText("h1", VANISHED);
    await lost.click('[data-kd="look-again"]');
    await lost.waitText("h1", VANISHED);
    assert.ok(!(await lost.visible('[data-kd="set-up-anew"]')), "who has no backup is asked first");

    await lost.click('[data-kd="set-up-for-backup"]');
    await setUp(lost, OTHER_PASSPHRASE);
    await go(lost, "#/daten", '[data-kd="restore-file"]');
    await lost.upload('[data-kd="restore-file"]', { name: backup.name, content: backup.bytes });
    await lost.waitFor('[data-kd="restore-passphrase"]');
    await lost.fill('[data-kd="restore-passphrase"]', PASSPHRASE);
    await lost.click('[data-kd="restore-open"]');
    await lost.click('[data-kd="restore-accept"]');
    await lost.waitText('[data-kd="toast"]', /wiederhergestellt/);
    await assertNotes(lost, [[STAYS, "gesichert"]]);
    await lost.reload();
    await unlock(lost, OTHER_PASSPHRASE);
    await go(lost, "#/faellig", ROW);
  });

  test("lets one begin anew without a backup", async () => {
    const lost = await after(loseDatabases, loseBuckets);
    await lost.waitText("h1", VANISHED);
    await lost.click(".kd-gate details summary");
    await lost.click('[data-kd="set-up-anew"]');
    await setUp(lost);
    await lost.waitFor(LOCK);
    await bringIn(lost, [OTHER]);
    await lost.reload();
    await unlock(lost);
    assert.deepEqual(numbers(await exportedCaseload(lost)), [OTHER.customer_number]);
  });
});
