// The own caseload and the example as a test needs them: begun anew, set up, unlocked.

import { ROW, go } from "./due-list.mjs";
import { FILE } from "./intake.mjs";

/** The database of the own caseload. */
export const OWN = "kontaktdichte-own";
export const PASSPHRASE = "Sieben blaue Enten am See";
export const LOCK = '[data-kd="lock"]';
/** What is on screen is on the disk; a page that is about to follow a change is not ready. */
export const SAVED = 'html[data-kd-ready="true"] [data-kd="save-state"][data-state="saved"]';

const FIELD = 'input[data-kd="passphrase"]';
const REPEAT = 'input[data-kd="passphrase-repeat"]';
const CLEARANCE = '[data-kd="clearance"]';
const UNLOCK = 'button[data-kd="unlock"]';

/** Opens the page as it is on a new computer, whatever earlier tests have left in the profile. */
export async function openAnew(page, hash = "#/willkommen") {
  await page.open("#/datenschutz");
  const left = await page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name);
    const ended = (request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve();
        request.onerror = () => reject(request.error);
      });
    for (const name of (await navigator.storageBuckets?.keys()) ?? []) {
      await navigator.storageBuckets.delete(name);
    }
    for (const name of names.filter((candidate) => candidate.startsWith("kontaktdichte-"))) {
      await ended(indexedDB.deleteDatabase(name));
    }
    const keys = Object.keys(localStorage).filter((key) => key.startsWith("kontaktdichte."));
    keys.forEach((key) => localStorage.removeItem(key));
    return names.length + keys.length;
  });
  if (left > 0) {
    await page.load("#/datenschutz");
    await page.reload();
  }
  await go(page, hash, "h1");
}

/** Sets up an own caseload on the screen that asks for it. */
export async function setUp(page, passphrase = PASSPHRASE) {
  await page.check(CLEARANCE);
  await page.fill(FIELD, passphrase);
  await page.fill(REPEAT, passphrase);
  await page.click(UNLOCK);
  await page.waitFor(LOCK);
}

/** Begins a new own caseload, empty, on the page for importing. */
export async function beginOwn(page) {
  await openAnew(page, "#/daten");
  await setUp(page);
  await page.waitFor(FILE);
}

/** Unlocks the own caseload on the screen that asks for it; `sign` appears when that has come to an end. */
export async function unlock(page, passphrase = PASSPHRASE, sign = LOCK) {
  await page.waitFor(FIELD);
  await page.fill(FIELD, passphrase);
  await page.click(UNLOCK);
  await page.waitFor(sign);
}

/** Opens the example as it is made up, without what earlier tests did to it. */
export async function openExample(page) {
  await openAnew(page);
  await page.click('[data-kd="door-example"]');
  await page.waitFor(ROW);
}
