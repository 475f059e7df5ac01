// Invented customers: a caseload file made of a few words each, and the steps by which tests change somebody.

import assert from "node:assert/strict";
import { go } from "./due-list.mjs";
import { ACCEPT, FILE, UNDO } from "./intake.mjs";
import { SAVED } from "./own.mjs";
import { READY } from "./page.mjs";

export const FORM = '[data-kd="case-form"]';
export const SAVE = 'button[data-kd="case-save"]';
export const NAME = `${FORM} [name="name"]`;
export const NOTE = `${FORM} [name="note"]`;
export const HISTORY = '[data-kd="history-line"]';
const NUMBER = `${FORM} [name="customer_number"]`;

/** A customer of whom enough is known to be due: number `n`, and whatever else is said. */
export function customer(n, more = {}) {
  const digits = String(n).padStart(6, "0");
  return {
    id: `c-${digits}`,
    customer_number: `900P${digits}`,
    name: `Person ${n}`,
    birth_date: "1980-05-17",
    in_care_since: "2026-01-12",
    status: "unemployed",
    profile: "F",
    category: "K1",
    ...more,
  };
}

/** So many customers, numbered from 1. */
export function customers(count) {
  return Array.from({ length: count }, (_, index) => customer(index + 1));
}

/** A caseload file with these customers, contacts and appointments. */
export function caseloadFile(cases, contacts = [], appointments = []) {
  const content = JSON.stringify({
    format: "kontaktdichte-caseload",
    version: 1,
    edition: "2025-04",
    caseworker: { state: "BW" },
    cases,
    contacts,
    appointments,
  });
  return { name: "bestand.kkd.json", content };
}

/** Brings a caseload file into the open own caseload and waits until it is on the disk. */
export async function bringIn(page, cases, contacts = [], appointments = []) {
  await go(page, "#/daten", FILE);
  await page.upload(FILE, caseloadFile(cases, contacts, appointments));
  await page.click(ACCEPT);
  await page.waitFor(UNDO);
  await page.waitFor(SAVED);
}

/** Goes to a customer's page by their id and waits until it is theirs. */
export async function openCase(page, { id, customer_number: number }) {
  await page.goto(`#/fall/${id}`);
  await page.until(`the page of ${id}`, ([css, text]) => document.querySelector(css)?.value === text, [NUMBER, number]);
  // The heading takes the focus last, and would take it away from what is typed.
  await page.waitFor(READY);
}

/** Types a customer's note and saves it, without waiting for the disk. */
export async function writeNote(page, who, note) {
  await openCase(page, who);
  const before = await page.count(HISTORY);
  await page.fill(NOTE, note);
  await page.click(SAVE);
  await page.until("the change in the history", ([css, count]) => document.querySelectorAll(css).length > count, [
    HISTORY,
    before,
  ]);
}

/** Types a customer's note, saves it and waits until it is on the disk. */
export async function keepNote(page, who, note) {
  await writeNote(page, who, note);
  await page.waitFor(SAVED);
}

/** Writes the notes of many customers, [who, note] each, one change after the other inside the page, and fast. */
export async function keepNotes(page, pairs) {
  const written = pairs.map(([{ id, customer_number }, note]) => ({ id, number: customer_number, note }));
  await page.evaluate(
    async ([list, form, save, saved, lines]) => {
      const find = (css) => document.querySelector(css);
      const until = async (what, test) => {
        for (const deadline = performance.now() + 10_000; !test(); ) {
          if (performance.now() > deadline) {
            throw new Error(`waited in vain for ${what}`);
          }
          await new Promise((resolve) => setTimeout(resolve));
        }
      };
      for (const { id, number, note } of list) {
        location.hash = `#/fall/${id}`;
        await until(id, () => find(`${form} [name="customer_number"]`)?.value === number);
        const before = document.querySelectorAll(lines).length;
        const field = find(`${form} [name="note"]`);
        field.value = note;
        field.dispatchEvent(new Event("input", { bubbles: true }));
        find(save).click();
        await until("the change", () => document.querySelectorAll(lines).length > before && find(saved));
      }
    },
    [written, FORM, SAVE, SAVED, HISTORY],
  );
}

/** A customer's note as the page shows it. */
export async function noteOf(page, who) {
  await openCase(page, who);
  return page.value(NOTE);
}

/** The notes of some customers are these. */
export async function assertNotes(page, pairs, what) {
  const found = [];
  for (const [who] of pairs) {
    found.push([who.id, await noteOf(page, who)]);
  }
  assert.deepEqual(
    found,
    pairs.map(([who, note]) => [who.id, note]),
    what,
  );
}
