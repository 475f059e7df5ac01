// The due list on screen, read through its marks.

import assert from "node:assert/strict";

export const ROW = '[data-kd="due-row"]';
export const CHIP = '[data-kd="due-count"]';
export const SEARCH = 'input[data-kd="due-search"]';
export const TODAY = 'input[data-kd="today"]';
export const WHY = '[data-kd="why"]';
export const CHAIN = '[data-kd="why-chain"]';
export const ERROR = '[data-kd="error"]';

/** What a row's marks say, in the order in which the rows stand. */
export function rows(page) {
  return page.evaluate(
    (css) =>
      [...document.querySelectorAll(css)].map(({ dataset }) => ({
        case: dataset.case,
        number: dataset.number,
        group: dataset.group,
        state: dataset.state,
        latest: dataset.latest,
        recordBy: dataset.recordBy,
      })),
    ROW,
  );
}

/** The counts on the chips by state, as shown in the mark. */
export async function chips(page) {
  const pairs = await page.evaluate(
    (css) => [...document.querySelectorAll(css)].map(({ dataset }) => [dataset.state, Number(dataset.count)]),
    CHIP,
  );
  return Object.fromEntries(pairs);
}

/** How many rows there are of each state; a state without rows is not named. */
export function tally(list) {
  const counts = {};
  for (const { state } of list) {
    counts[state] = (counts[state] ?? 0) + 1;
  }
  return counts;
}

/** Waits for the list to be these rows in this order, and fails with the difference if it does not become so. */
export async function assertRows(page, wanted, what) {
  const same = ([css, text]) =>
    text ===
    JSON.stringify([...document.querySelectorAll(css)].map(({ dataset }) => [dataset.case, dataset.state, dataset.latest]));
  const text = JSON.stringify(wanted.map((row) => [row.case, row.state, row.latest]));
  // What differs is said below, and better.
  await page.until("the rows", same, [ROW, text]).catch(() => {});
  assert.deepEqual(await rows(page), wanted, what);
}

/** Asks "Warum?" in a row. The row comes to the middle first: at the edge the heading of the table may cover it. */
export async function askWhy(page, row) {
  await page.waitFor(row);
  await page.evaluate((css) => document.querySelector(css).scrollIntoView({ block: "center", behavior: "instant" }), row);
  await page.click(`${row} ${WHY}`);
  await page.waitFor(CHAIN);
}

/** Closes the explanation as the keyboard does. */
export async function closeWhy(page) {
  await page.press("Escape");
  await page.waitGone(CHAIN);
}

/** Goes to a page and waits until it can be used. */
export async function go(page, hash, sign) {
  await page.goto(hash);
  await page.waitFor('html[data-kd-ready="true"]');
  await page.waitFor(sign);
}

/** Saves the caseload on screen and returns the file's text. */
export async function exportedCaseload(page) {
  await go(page, "#/daten", '[data-kd="export-json"]');
  const saved = await page.download(() => page.click('[data-kd="export-json"]'));
  return saved.text;
}
