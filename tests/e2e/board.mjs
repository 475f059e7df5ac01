// The week on screen, read through its marks.

import { go } from "./due-list.mjs";

export const CARD = '[data-kd="plan-card"]';
export const PROPOSED = `${CARD}[data-kind="proposed"]`;
export const WEEK = '[data-kd="week"]';
export const DAY = '[data-kd="board-day"]';
export const SUGGEST = '[data-kd="plan-suggest"]';
export const ACCEPT = '[data-kd="plan-accept"]';
export const SAID = '[data-kd="week-said"]';
export const HINT = '[data-kd="card-hint"]';

/** Goes to the week. */
export async function openWeek(page) {
  await go(page, "#/woche", WEEK);
}

/** The weeks of the strip. */
export function strip(page) {
  return page.evaluate(
    (css) =>
      [...document.querySelectorAll(css)].map(({ dataset: { week, scheduled, target, quota, reachable } }) => ({
        week,
        scheduled: Number(scheduled),
        shortfall: Number(target),
        quota: Number(quota),
        reachable: Number(reachable),
      })),
    WEEK,
  );
}

/** Looks at a week of the strip. */
export async function lookAt(page, week) {
  await page.click(`${WEEK}[data-week="${week}"]`);
  await page.waitFor(`${WEEK}[data-week="${week}"][aria-pressed="true"]`);
}

/** What the cards of the week on the board are, in the order in which they stand. */
export function cards(page, css = CARD) {
  return page.evaluate(
    (selector) =>
      [...document.querySelectorAll(selector)].map(({ dataset }) => ({
        case: dataset.case,
        date: dataset.date,
        start: dataset.start,
      })),
    css,
  );
}

/** All proposals, week after week. */
export async function proposals(page) {
  const all = [];
  for (const { week } of await strip(page)) {
    await lookAt(page, week);
    all.push(...(await cards(page, PROPOSED)));
  }
  return all;
}

/** Makes a plan and waits for it. */
export async function suggest(page) {
  await page.click(SUGGEST);
  await page.waitFor('[data-kd="plan"]');
}

/** Enters an absence on the page of the week. */
export async function enterAbsence(page, from, to, reason) {
  await page.fill("#kd-absence-from", from);
  await page.fill("#kd-absence-to", to);
  await page.fill("#kd-absence-reason", reason);
  await page.click('[data-kd="absence-save"]');
}
