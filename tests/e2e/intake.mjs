// Bringing a file in: the marks of the import, and the steps that many tests take.

import { fileURLToPath } from "node:url";
import { go } from "./due-list.mjs";

export const FILE = 'input[data-kd="import-file"]';
export const ACCEPT = '[data-kd="import-accept"]';
export const UNDO = '[data-kd="import-undo"]';
export const LINE = '[data-kd="import-row"]';

/** The path of a list among the fixtures. */
export function list(name) {
  return fileURLToPath(new URL(`fixtures/lists/${name}`, import.meta.url));
}

/** Verdict and text of each row of the dry run. */
export function dryRun(page) {
  return page.evaluate(
    (css) =>
      [...document.querySelectorAll(css)].map((row) => ({
        verdict: row.dataset.verdict,
        text: row.textContent.replace(/\s+/g, " ").trim(),
      })),
    LINE,
  );
}

/** Goes to the import, hands a file over, and waits for what the page makes of it. */
export async function bring(page, file, sign = LINE) {
  await go(page, "#/daten", FILE);
  await page.upload(FILE, file);
  await page.waitFor(sign);
}

/** Brings a list in and takes it over. */
export async function takeOver(page, file, sign = LINE) {
  await bring(page, file, sign);
  await page.click(ACCEPT);
  await page.waitFor(UNDO);
}
