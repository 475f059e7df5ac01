// What a caseworker does in the course of a day, as steps of tests.

import { bringIn, customer } from "./customers.mjs";

export const CONTACT = 'form[data-kd="contact-form"]';
export const APPOINTMENT = 'form[data-kd="appointment-form"]';
export const COUNTS = '[data-kd="counts"]';
export const UNSAVED = '[data-kd="entry-unsaved"]';
export const TOAST = '[data-kd="toast"]';

/** A control of a form, by the name that it has in a caseload file. */
export const control = (form, name) => `${form} [name="${name}"]`;

/** Somebody whose last consultation was in person on a day. */
export function seen(n, day, more = {}) {
  const person = customer(n, more);
  const contact = {
    id: `k-${n}`,
    case: person.id,
    date: day,
    channel: "in_person",
    kind: "follow_up",
    documented_on: day,
    plan_updated: true,
    plan_delivery: ["handed_over"],
    next_invitation: "task_and_plan_note",
    origin: "entered",
  };
  return [person, contact];
}

/** Brings people in, [person, contact] each. */
export async function bringPeople(page, pairs) {
  await bringIn(
    page,
    pairs.map(([person]) => person),
    pairs.map(([, contact]) => contact),
  );
}

/** Presses keys one after the other and says how many those were. */
export async function pressAll(page, keys) {
  for (const key of keys) {
    await page.press(key);
  }
  return keys.length;
}
