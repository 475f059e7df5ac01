// Makes the stores that update.test.mjs opens for ever: what a browser keeps, as JSON. Run by hand, once per version of
// the format, with the page of that version, and never again for the same version:
//
//   KD_FILE=$PWD/dist/kontaktdichte.html node tests/e2e/make-stores.mjs v1
//
// It writes fixtures/stores/v1.json.gz (an own, sealed store) and v1-example.json.gz (a changed example, plain). All
// people in them are invented. Beside the store each file has what a test needs: the passphrase, the day, and what the
// page showed on that day when the file was made.
//
// The own store has records from before its snapshot and from after it: somebody was deleted for good in between, which
// writes the store anew with a snapshot at its end.

import { writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { chromium } from "./drivers/chromium.mjs";
import { ROW, go, rows } from "./due-list.mjs";
import { PASSPHRASE, SAVED, openAnew, openExample, setUp } from "./own.mjs";
import { Session } from "./session.mjs";
import { dumpStore } from "./store-dump.mjs";
import { HISTORY, bringIn, customer, customers, keepNote, openCase } from "./customers.mjs";

const NOW = "2026-11-23T09:00";
/** How often undo and redo are pressed in turn. */
const TURNS = 24;
const PEOPLE = customers(8).concat(customer(9, { closed_on: "2026-10-01", closed_reason: "Umzug" }));
const GOES = customer(10, { closed_on: "2024-10-01" });
const EXAMPLE = "kontaktdichte-example";

/** Undo and redo in turn, as fast as keys can be pressed: `count` records. */
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

/** What the page shows: the list, and for some customers their note and how many lines their history has. */
async function shown(page, people) {
  const cases = [];
  for (const person of people) {
    await openCase(page, person);
    const note = await page.value('[data-kd="case-form"] [name="note"]');
    cases.push({ id: person.id, customer_number: person.customer_number, note, history: await page.count(HISTORY) });
  }
  await go(page, "#/faellig", ROW);
  return { cases, rows: await rows(page) };
}

function write(name, content) {
  writeFileSync(new URL(`fixtures/stores/${name}.json.gz`, import.meta.url), gzipSync(JSON.stringify(content)));
}

async function own(page) {
  await openAnew(page, "#/daten");
  await setUp(page);
  await bringIn(page, [...PEOPLE, GOES]);
  for (const [index, person] of PEOPLE.slice(0, 3).entries()) {
    await keepNote(page, person, `Notiz ${index + 1}`);
  }
  await turn(page, TURNS);
  await go(page, "#/daten", '[data-kd="deletion-row"]');
  await page.check('[data-kd="deletion-row"] input');
  await page.click('button[data-kd="delete-finally"]');
  await page.click('button[data-kd="delete-confirm"]');
  await page.waitGone('[data-kd="deletion-row"]');
  for (const [index, person] of PEOPLE.slice(3, 8).entries()) {
    await keepNote(page, person, `Notiz ${index + 4}`);
  }
  return { day: NOW, passphrase: PASSPHRASE, ...(await shown(page, PEOPLE)), store: await dumpStore(page) };
}

/** The example with one note; of its 320 rows a few are enough to know it by. */
async function example(page) {
  await openExample(page);
  const people = (await rows(page)).slice(0, 3).map(({ case: id, number }) => ({ id, customer_number: number }));
  await keepNote(page, people[0], "Im Beispiel geändert.");
  const { cases, rows: all } = await shown(page, people);
  return { day: NOW, cases, count: all.length, rows: all.slice(0, 20), store: await dumpStore(page, EXAMPLE) };
}

const [version] = process.argv.slice(2);
if (!/^v\d+$/.test(version ?? "") || !process.env.KD_FILE) {
  console.error("usage: KD_FILE=…/kontaktdichte.html node tests/e2e/make-stores.mjs v1");
  process.exit(2);
}
const session = new Session(chromium, { now: NOW });
await session.start();
try {
  write(version, await own(await session.tab()));
  write(`${version}-example`, await example(await session.tab()));
} finally {
  await session.stop();
}
