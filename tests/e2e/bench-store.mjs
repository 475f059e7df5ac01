// Saving and unlocking, as a user feels it, in both browsers and for caseloads of several sizes.
//
//   save        from the click on "Speichern" until the page says that the change is on the disk
//   figures     from that click until what follows from the change stands in the document: counts, history
//   key         the key derived from the passphrase, which is slow on purpose
//   unlock      the rest, from the first look into the store until the caseload is open
//
// All times are taken inside the page, so that no driver's delay is in them. Unlocking derives the key between its first
// and its second look into the store; that gap is the key's share.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "./drivers/chromium.mjs";
import { firefox } from "./drivers/firefox.mjs";
import { Session } from "./session.mjs";
import { PASSPHRASE, SAVED, beginOwn } from "./own.mjs";
import { HISTORY, NOTE, bringIn, customer, openCase } from "./customers.mjs";

const RUNS = Number(process.env.KD_RUNS ?? 7);
const SAVES_A_RUN = 10;
const SIZES = [320, 5_000, 10_000];
const CONTACTS = 7;
const DRIVERS = [chromium, firefox].filter(({ name }) => (process.env.KD_BROWSERS ?? name).split(",").includes(name));

function caseload(size) {
  const cases = Array.from({ length: size }, (_, index) => customer(index + 1));
  const contacts = cases.flatMap(({ id }, index) =>
    Array.from({ length: CONTACTS }, (_, number) => ({
      id: `k-${index}-${number}`,
      case: id,
      date: `2026-${String(2 + number).padStart(2, "0")}-${String(1 + (index % 28)).padStart(2, "0")}`,
      channel: ["in_person", "video", "phone", "written"][(index + number) % 4],
      kind: "follow_up",
    })),
  );
  return { cases, contacts };
}

/** Runs in the page: saves the note of the open customer `count` times; [until saved, until everything follows] each. */
async function save([count, saveMark, noteMark, historyMark]) {
  const isSaved = () => document.querySelector('[data-kd="save-state"]')?.getAttribute("data-state") === "saved";
  const changes = () => document.querySelectorAll(historyMark).length;
  const times = [];
  for (let number = 0; number < count; number += 1) {
    const field = document.querySelector(noteMark);
    field.value = `Stand ${number} ${performance.now()}`;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    // The draft is on its way first, as when a person types.
    await new Promise((resolve) => setTimeout(resolve, 700));
    const before = changes();
    const begun = performance.now();
    const both = new Promise((resolve) => {
      let written = begun;
      let followed;
      const { port1, port2 } = new MessageChannel();
      // What is written together may come in several pieces. The next task comes after all of them.
      port1.onmessage = () => {
        if (changes() > before) {
          followed ??= written - begun;
          if (isSaved()) {
            observer.disconnect();
            resolve([written - begun, followed]);
          }
        }
      };
      const observer = new MutationObserver(() => {
        written = performance.now();
        port2.postMessage(null);
      });
      observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    });
    document.querySelector(saveMark).click();
    times.push(await both);
  }
  return times;
}

/** Runs in the page before its scripts: notes when the page looks into the store. */
function watchStore() {
  const { transaction } = IDBDatabase.prototype;
  window.kdLooks = [];
  IDBDatabase.prototype.transaction = function (...words) {
    const made = transaction.apply(this, words);
    const look = { begun: performance.now() };
    window.kdLooks.push(look);
    made.addEventListener("complete", () => {
      look.ended = performance.now();
    });
    return made;
  };
}

/** Runs in the page: unlocks; [the key's share, the rest]. */
async function unlock(passphrase) {
  const field = document.querySelector('input[data-kd="passphrase"]');
  field.value = passphrase;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await new Promise((resolve) => setTimeout(resolve, 100));
  window.kdLooks = [];
  const opened = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (document.querySelector('[data-kd="lock"]')) {
        observer.disconnect();
        resolve(performance.now());
      }
    });
    observer.observe(document, { subtree: true, childList: true });
  });
  document.querySelector('button[data-kd="unlock"]').click();
  const end = await opened;
  const [first, second] = window.kdLooks;
  const key = second.begun - first.ended;
  return [key, end - first.begun - key];
}

function figures(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return { min: sorted[0], median: sorted[Math.floor(sorted.length / 2)], max: sorted[sorted.length - 1] };
}

const table = [];
const note = (browser, size, what, values) => table.push({ browser, size, what, ...figures(values) });

async function measure(driver, size) {
  const folder = await mkdtemp(join(tmpdir(), "kontaktdichte-bench-"));
  const session = new Session(driver, { now: "2026-11-23T09:00", before: watchStore, folder });
  await session.start();
  try {
    const { cases, contacts } = caseload(size);
    let page = await session.tab();
    await beginOwn(page);
    await bringIn(page, cases, contacts);
    const saves = [];
    const unlocks = [];
    for (let run = 0; run < RUNS; run += 1) {
      page = await session.restart();
      await page.open("#/faellig");
      unlocks.push(await page.evaluate(unlock, PASSPHRASE));
      await page.waitFor(SAVED);
      await openCase(page, cases[run]);
      saves.push(
        ...(await page.evaluate(save, [SAVES_A_RUN, '[data-kd="case-save"]', NOTE, HISTORY])),
      );
    }
    note(driver.name, size, "save, acknowledged", saves.map(([saved]) => saved));
    note(driver.name, size, "figures on screen", saves.map(([, followed]) => followed));
    note(driver.name, size, "unlock, key", unlocks.map(([key]) => key));
    note(driver.name, size, "unlock, the rest", unlocks.map(([, rest]) => rest));
  } finally {
    await session.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

for (const driver of DRIVERS) {
  for (const size of SIZES) {
    await measure(driver, size);
  }
}
console.log(`\n${RUNS} starts and ${RUNS * SAVES_A_RUN} saves each, ${CONTACTS} contacts a customer, in ms`);
console.log(`${"".padEnd(46)}  median     min     max`);
for (const { browser, size, what, median, min, max } of table) {
  const columns = [median, min, max].map((value) => value.toFixed(1).padStart(8)).join("");
  console.log(`${browser.padEnd(10)}${String(size).padStart(7)} customers  ${what.padEnd(18)}${columns}`);
}
console.log("bars: save within 15 at 320 and no more at 10000; figures within 16 at 10000; unlock within 150 at 320");
