// What the kill test does in the app: everything that depends on the app's pages, and nothing else.
//
// The own caseload has SLOTS customers whose note is written in turn. Change number n writes the note of customer
// n % SLOTS, and the note says n, so what is there after a kill tells which changes arrived: for each customer the
// newest one. The note repeats its number to its end, so a half one is no note of ours.

import { SAVED, setUp as setUpOwn, unlock as unlockOwn } from "../own.mjs";

const PASSPHRASE = "Sieben Kiesel unter der alten Linde";
const CUSTOMERS = 320;

/** Customers that are written in turn. Change numbers begin here; the notes 0 … SLOTS-1 come with the caseload. */
export const SLOTS = 3;

const NOTE = '[data-kd="case-form"] [name="note"]';

const route = (slot) => `#/fall/kill-${slot}`;
const noteOf = (number) => `Stand ${number}: ${`${number} `.repeat(30)}Ende`;

/** The change that a note tells of, or null if the note is none of ours or only a part of one. */
function numberOf(note) {
  const number = Number(/^Stand (\d+):/.exec(note)?.[1] ?? Number.NaN);
  return Number.isInteger(number) && note === noteOf(number) ? number : null;
}

function caseload() {
  const customer = (index) => ({
    id: index < SLOTS ? `kill-${index}` : `c-${index}`,
    customer_number: `617D${String(index).padStart(6, "0")}`,
    note: index < SLOTS ? noteOf(index) : null,
  });
  return {
    format: "kontaktdichte-caseload",
    version: 1,
    edition: "2025-04",
    caseworker: { state: "BW" },
    cases: Array.from({ length: CUSTOMERS }, (_, index) => customer(index)),
  };
}

/** From an empty profile to an own, sealed caseload with the customers to be written. */
export async function setUp(page) {
  await page.open("#/daten");
  await setUpOwn(page, PASSPHRASE);
  await page.waitFor(SAVED);
  await page.upload('[data-kd="import-file"]', { name: "kill.kkd.json", content: JSON.stringify(caseload()) });
  await page.click('[data-kd="import-accept"]');
  await page.waitFor('[data-kd="import-undo"]');
  await page.waitFor(SAVED);
}

/** Opens the page and unlocks what is stored. */
export async function unlock(page) {
  await page.open();
  await unlockOwn(page, PASSPHRASE);
}

/** The newest change in each slot, in order of the slots; null for a note that is damaged. */
export async function readBack(page) {
  const present = [];
  for (let slot = 0; slot < SLOTS; slot += 1) {
    await page.goto(route(slot));
    // The note of the customer before may be shown for another moment; a damaged one stays.
    let number = null;
    const deadline = Date.now() + 5_000;
    do {
      await page.waitFor(NOTE);
      number = numberOf(await page.value(NOTE));
    } while ((number === null || number % SLOTS !== slot) && Date.now() < deadline);
    present.push(number !== null && number % SLOTS === slot ? number : null);
  }
  return present;
}

/** Where `writeChanges` starts from. */
export async function begin(page) {
  await page.goto(route(0));
  await page.waitFor(NOTE);
}

/**
 * Runs in the page: makes one change after another, from number `from` on, as fast as the page acknowledges them, and
 * tells each: ["begun", 17] before, ["kept", 17] in the moment the page says so, ["failed", message] at the end.
 *
 * The test asks for the next report by `window.kdNextReport()`, and the page goes on when it is asked again. Reports
 * that are sent off without such an answer queue up on their way, several changes long, and a kill takes the queue.
 */
export function writeChanges({ from, slots, saved }) {
  const LIMIT = 10_000;
  let asked;
  let answer;
  let question;
  const listen = () => {
    question = new Promise((resolve) => {
      asked = resolve;
    });
  };
  listen();
  window.kdNextReport = () =>
    new Promise((resolve) => {
      answer = resolve;
      asked();
    });
  const report = async (what, said) => {
    await question;
    listen();
    answer([what, said]);
    await question;
  };

  const note = () => document.querySelector('[data-kd="case-form"] [name="note"]');
  const save = () => document.querySelector('[data-kd="case-save"]');
  const state = () => document.querySelector('[data-kd="save-state"]')?.getAttribute("data-state");

  /** Resolves as soon as the document changes to what `test` asks for. */
  const change = (what, test) =>
    new Promise((resolve, reject) => {
      const observer = new MutationObserver(() => {
        if (state() === "failed") {
          settle(() => reject(new Error(`the page failed at ${what}`)));
        } else if (test()) {
          settle(resolve);
        }
      });
      const patience = setTimeout(() => settle(() => reject(new Error(`waited in vain for ${what}`))), LIMIT);
      const settle = (end) => {
        clearTimeout(patience);
        observer.disconnect();
        end();
      };
      observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    });

  const shows = (slot) => {
    const number = /^Stand (\d+):/.exec(note()?.value ?? "")?.[1];
    return number !== undefined && Number(number) % slots === slot && save() !== null;
  };

  const make = async (number) => {
    const slot = number % slots;
    location.hash = `#/fall/kill-${slot}`;
    // A value is no part of the document, so it is asked for again and again, not observed.
    for (const deadline = performance.now() + LIMIT; !shows(slot); ) {
      if (performance.now() > deadline) {
        throw new Error(`customer ${slot} is not shown`);
      }
      await new Promise((resolve) => setTimeout(resolve));
    }
    const field = note();
    field.value = `Stand ${number}: ${`${number} `.repeat(30)}Ende`;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
    await report("begun", number);
    const isTyped = () => document.querySelector('[data-kd="case-unsaved"]') !== null;
    if (!isTyped()) {
      throw new Error(`change ${number} is not typed`);
    }
    const kept = change(`change ${number} to be saved`, () => !isTyped() && document.querySelector(saved) !== null);
    save().click();
    await kept;
    await report("kept", number);
  };

  (async () => {
    for (let number = from; ; number += 1) {
      await make(number);
    }
  })().catch((error) => report("failed", error.message));
}
