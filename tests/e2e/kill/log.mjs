// The record of a kill test: one JSON line per run, kept over interruptions.

import { appendFile, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

export class Log {
  #path;
  #folder;

  constructor(folder) {
    this.#folder = folder;
    this.#path = join(folder, "log.jsonl");
  }

  /** All runs so far. A last line that an interruption cut short is left out. */
  async runs() {
    const text = await readFile(this.#path, "utf8").catch((error) => {
      if (error.code === "ENOENT") {
        return "";
      }
      throw error;
    });
    return text
      .split("\n")
      .slice(0, -1)
      .map((line) => JSON.parse(line));
  }

  /** The runs of a browser. A run that was looked at again stands in the log twice, and the second look holds. */
  async of(browser) {
    const runs = new Map((await this.runs()).filter((run) => run.browser === browser).map((run) => [run.run, run]));
    return [...runs.values()];
  }

  async add(run) {
    await mkdir(this.#folder, { recursive: true });
    await appendFile(this.#path, `${JSON.stringify(run)}\n`);
  }

  /** Starts over for some browsers; the log so far is kept beside the new one. */
  async startOver(browsers) {
    const runs = await this.runs();
    if (runs.length === 0) {
      return;
    }
    await rename(this.#path, join(this.#folder, `log-until-${new Date().toISOString().replaceAll(":", "-")}.jsonl`));
    const others = runs.filter(({ browser }) => !browsers.includes(browser));
    await writeFile(this.#path, others.map((run) => `${JSON.stringify(run)}\n`).join(""));
  }
}

/** The figures of one browser's runs, as text. */
export function summary(browser, runs) {
  const changes = runs.map((run) => run.changes).sort((a, b) => a - b);
  const sum = (values) => values.reduce((total, value) => total + value, 0);
  const builds = new Set(runs.map(({ build }) => build)).size;
  const again = runs.filter(({ isSecondLook }) => isSecondLook).length;
  return [
    `${browser}: ${runs.length} kills, ${sum(changes)} acknowledged changes, ${sum(runs.map(({ lost }) => lost))} lost`,
    `${sum(runs.map(({ faults }) => faults.length))} other faults`,
    `changes per run min ${changes[0] ?? 0}, median ${changes[Math.floor(changes.length / 2)] ?? 0}`,
    `${runs.filter(({ isInFlight }) => isInFlight).length} kills with a change in flight`,
    ...(again > 0 ? [`${again} read at the second look only`] : []),
    ...(builds > 1 ? [`${builds} builds of the page`] : []),
  ].join("; ");
}
