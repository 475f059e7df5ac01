// The kill test: the browser is ended hard while the page saves, again and again, and nothing acknowledged may be gone.
//
//   cargo xtask kill-test --runs 200 --browser chromium [--fresh]
//
// One profile goes through all runs, so every run starts from what the kills before left. What the page acknowledges is
// reported by the page itself in the moment it happens, and is kept out here, where the kill does not reach. The page
// waits for each report to arrive, so a kill can cut off one at most: that change counts as not acknowledged.
//
// Runs are logged in target/kill-test/log.jsonl and continue there after an interruption.

import { createHash, randomInt } from "node:crypto";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "../drivers/chromium.mjs";
import { firefox } from "../drivers/firefox.mjs";
import { Session } from "../session.mjs";
import { SLOTS, begin, readBack, setUp, unlock, writeChanges } from "./actions.mjs";
import { SAVED } from "../own.mjs";
import { judge } from "./judge.mjs";
import { Log, summary } from "./log.mjs";

const FOLDER = process.env.KD_KILL_FOLDER ?? fileURLToPath(new URL("../../../target/kill-test", import.meta.url));
const EARLIEST = 200;
const LATEST = 3_000;

/** Takes in what the page reports until it is gone; see `writeChanges`. */
class Reports {
  begun;
  kept;
  failure;

  constructor(from) {
    this.begun = from - 1;
    this.kept = from - 1;
  }

  /** Waits for the next report. The page goes on when it is asked for the one after. */
  async next(page) {
    const [what, said] = await page.evaluate(() => window.kdNextReport());
    if (what === "failed") {
      throw new Error(said);
    }
    this[what] = said;
  }

  async follow(page) {
    try {
      for (;;) {
        await this.next(page);
      }
    } catch (error) {
      this.failure = error;
    }
  }
}

/** One run, from a page that is unlocked to the next one. */
async function run(session, page, before, from) {
  const reports = new Reports(from);
  await begin(page);
  await page.evaluate(writeChanges, { from, slots: SLOTS, saved: SAVED });
  await reports.next(page);
  const following = reports.follow(page);
  const wait = randomInt(EARLIEST, LATEST + 1);
  await new Promise((resolve) => setTimeout(resolve, wait));
  if (reports.failure) {
    throw reports.failure;
  }
  await session.kill();
  await following;
  const { begun, kept } = reports;
  const changes = kept - from + 1;
  const entry = { wait, from, begun, kept, changes, isInFlight: begun > kept };
  const next = await session.restart();
  const started = Date.now();
  try {
    const present = await reopen(next);
    const judged = judge({ before, present, from, begun, kept });
    return { page: next, entry: { ...entry, present, ...judged, reopened: Date.now() - started } };
  } catch (error) {
    // A store that does not open has lost everything, and that belongs into the log as much as the rest.
    const present = before.map(() => null);
    const faults = [`not readable after the kill: ${error.message}`];
    return { entry: { ...entry, present, lost: changes, faults, isUnread: true } };
  }
}

/** What the store has, asked a second time if the first answer does not come: a busy machine is no loss. */
async function reopen(page) {
  try {
    await unlock(page);
    return await readBack(page);
  } catch {
    await unlock(page);
    return readBack(page);
  }
}

/** The state to start from: a new caseload, or the one that the runs so far left. */
async function prepare(session, runs, log) {
  if (runs.length === 0) {
    await setUp(await session.tab());
    // What is set up must be on disk before the first kill, or the kill would prove nothing.
    const page = await session.restart();
    const before = await reopen(page);
    if (before.some((number, slot) => number !== slot)) {
      throw new Error(`the caseload was not set up: ${JSON.stringify(before)}`);
    }
    return { page, before, from: SLOTS };
  }
  const page = await session.tab();
  const before = await reopen(page);
  let last = runs.at(-1);
  if (last.isUnread) {
    // It could not be read then, perhaps because the machine was too busy; what it holds decides.
    const earlier = runs.at(-2)?.present ?? before.map((_, slot) => slot);
    const judged = judge({ ...last, before: earlier, present: before });
    last = { ...last, present: before, ...judged, isUnread: false, isSecondLook: true };
    await log.add(last);
  }
  // A run that was interrupted before it was logged may have added to the last one, and must not have taken from it.
  const gone = before.some((number, slot) => number === null || number < last.present[slot]);
  if (gone) {
    throw new Error(`the last run left ${JSON.stringify(last.present)}, now there is ${JSON.stringify(before)}`);
  }
  return { page, before, from: Math.max(last.begun, ...before) + 1 };
}

async function test(driver, wanted, log, build) {
  const folder = join(FOLDER, driver.name);
  const runs = await log.of(driver.name);
  if (runs.length >= wanted) {
    return;
  }
  if (runs.length === 0) {
    await rm(folder, { recursive: true, force: true });
  }
  const session = new Session(driver, { folder });
  await session.start();
  try {
    let { page, before, from } = await prepare(session, runs, log);
    for (let number = runs.length + 1; number <= wanted; number += 1) {
      const { page: next, entry } = await run(session, page, before, from);
      await log.add({ browser: driver.name, run: number, at: new Date().toISOString(), build, ...entry });
      const { changes, wait, lost, faults } = entry;
      const words = [`${changes} changes`, `killed after ${wait} ms`, `${lost} lost`, ...faults];
      console.log(`${driver.name} ${number}/${wanted}: ${words.join(", ")}`);
      if (next === undefined) {
        throw new Error("there is no way on from here; the profile is kept");
      }
      page = next;
      from = entry.begun + 1;
      before = entry.present.map((present, slot) => present ?? before[slot]);
    }
  } finally {
    await session.stop();
  }
}

const { values } = parseArgs({
  options: { runs: { type: "string" }, browser: { type: "string" }, fresh: { type: "boolean", default: false } },
});
const wanted = Number(values.runs);
const drivers = [chromium, firefox].filter(({ name }) => values.browser === undefined || values.browser === name);
if (!Number.isInteger(wanted) || wanted < 1 || drivers.length === 0) {
  throw new Error("usage: run.mjs --runs N [--browser chromium|firefox] [--fresh]");
}
const log = new Log(FOLDER);
if (values.fresh) {
  await log.startOver(drivers.map(({ name }) => name));
}
const build = createHash("sha256").update(await readFile(process.env.KD_FILE)).digest("hex").slice(0, 12);
try {
  for (const driver of drivers) {
    await test(driver, wanted, log, build);
  }
} finally {
  let isClean = true;
  console.log("");
  for (const { name } of drivers) {
    const runs = await log.of(name);
    console.log(summary(name, runs));
    isClean &&= runs.every(({ lost, faults }) => lost === 0 && faults.length === 0);
  }
  if (!isClean) {
    process.exitCode = 1;
  }
}
