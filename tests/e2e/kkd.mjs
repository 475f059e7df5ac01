// The batch command beside the page. Both stand on the same rules, so the page is held against what `kkd` says.
//
// KD_KKD names the program; without it, it is built here first, which takes no time when it is built already.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const BUILD_LIMIT = 600_000;
const RUN_LIMIT = 30_000;
const LARGEST_ANSWER = 64 * 1024 * 1024;

const URGENCY = ["u25", "k1", "k3"];

let program = process.env.KD_KKD || undefined;

function built() {
  const build = spawnSync("cargo", ["build", "--quiet", "--package", "kkd", "--message-format=json-render-diagnostics"], {
    cwd: ROOT,
    encoding: "utf8",
    timeout: BUILD_LIMIT,
    maxBuffer: LARGEST_ANSWER,
  });
  assert.equal(build.status, 0, `kkd does not build: ${build.error ?? build.stderr}`);
  const made = build.stdout
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line))
    .find(({ executable, target }) => executable && target.name === "kkd");
  assert.ok(made, "cargo names the program that it built");
  return made.executable;
}

function kkd(args, input) {
  program ??= built();
  const run = spawnSync(program, args, { input, encoding: "utf8", timeout: RUN_LIMIT, maxBuffer: LARGEST_ANSWER });
  assert.equal(run.status, 0, `kkd ${args.join(" ")}: ${run.error ?? run.stderr}`);
  return run.stdout;
}

/** Runs `kkd` on a sealed file's bytes with its passphrase. */
function unsealed(args, bytes, passphrase) {
  const folder = mkdtempSync(join(tmpdir(), "kontaktdichte-kkd-"));
  try {
    const file = join(folder, "passphrase");
    writeFileSync(file, `${passphrase}\n`);
    return kkd([...args, "--passphrase-file", file, "-"], bytes);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The caseload file that `kkd convert` makes of a backup or a rescue file. */
export function opened(today, bytes, passphrase) {
  return unsealed(["convert", "--today", today], bytes, passphrase);
}

/** The lines of `kkd due` for a backup or a rescue file, each with the number that `cases` says. */
export function dueOfSealed(today, bytes, passphrase, cases) {
  return numbered(unsealed(["due", "--today", today], bytes, passphrase), cases);
}

/** The lines of `kkd due` for a caseload file's text, each with the customer number added. */
export function due(today, caseload) {
  return numbered(kkd(["due", "--today", today, "-"], caseload), JSON.parse(caseload).cases);
}

const parsed = (lines) =>
  lines
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));

/** The lines of `kkd check` for a caseload file's text. */
export function check(today, caseload) {
  return parsed(kkd(["check", "--today", today, "-"], caseload));
}

/** The lines of `kkd week` for these weeks, as in "2026-W50..2027-W02". */
export function week(today, weeks, caseload) {
  return parsed(kkd(["week", "--today", today, "--week", weeks, "-"], caseload));
}

/** The proposals of `kkd plan`, and its last line, about the plan as a whole. */
export function plan(today, caseload) {
  const lines = parsed(kkd(["plan", "--today", today, "-"], caseload));
  return { proposals: lines.slice(0, -1), whole: lines.at(-1) };
}

function numbered(lines, cases) {
  const numbers = new Map(cases.map(({ id, customer_number }) => [id, customer_number]));
  return parsed(lines).map((line) => ({ ...line, number: numbers.get(line.case) }));
}

/** The caseload file that `kkd convert` makes of a list. */
export function convert(today, list) {
  return kkd(["convert", "--today", today, "-"], list);
}

/** A line in the words of the marks of a row. */
export function asRow({ case: id, number, group, state, latest, record_by }) {
  return { case: id, number, group, state, latest: latest ?? "", recordBy: record_by ?? "" };
}

/** The rules' order (section D): by latest day, U25 before K1 before K3, by number; then open, then exempt. */
export function inRuleOrder(lines) {
  const block = ({ state }) => ["open", "exempt"].indexOf(state);
  const keys = (line) => [block(line), line.latest ?? "", URGENCY.indexOf(line.group), line.number];
  return [...lines].sort((one, other) => {
    const [left, right] = [keys(one), keys(other)];
    const place = left.findIndex((key, index) => key !== right[index]);
    return place < 0 ? 0 : left[place] < right[place] ? -1 : 1;
  });
}
