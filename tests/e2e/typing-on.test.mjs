// The form of a customer under quick and careless hands: what it shows is what is recorded or typed, never anything else.

import assert from "node:assert/strict";
import { browsers } from "./harness.mjs";
import { SAVED, beginOwn, unlock } from "./own.mjs";
import { FORM, HISTORY, NAME, NOTE, SAVE, bringIn, customers, keepNote, openCase } from "./customers.mjs";

const BIRTH = `${FORM} [name="birth_date"]`;
const FOLD = `${FORM} details:has([name="profile_z/until"])`;
const FROM = `${FORM} [name="profile_z/from"]`;
const UNTIL = `${FORM} [name="profile_z/until"]`;
const NUMBER = `${FORM} [name="customer_number"]`;
const UNSAVED = '[data-kd="case-unsaved"]';
const PEOPLE = customers(2);
const [FIRST, SECOND] = PEOPLE;

const opened = async (page) => {
  await page.open("#/faellig");
  await unlock(page);
  await openCase(page, FIRST);
};

browsers("The form", { now: "2026-11-23T09:00" }, ({ test }) => {
  test("shows what is recorded after a change that was taken back before it was drawn", async (page) => {
    await beginOwn(page);
    await bringIn(page, PEOPLE);
    await keepNote(page, FIRST, "bleibt");
    await page.fill(NOTE, "geht");
    await page.waitFor(UNSAVED);
    const before = await page.count(HISTORY);
    await page.evaluate((save) => {
      document.querySelector(save).click();
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "z", ctrlKey: true, bubbles: true }));
    }, SAVE);
    await page.until("both in the history", ([css, count]) => document.querySelectorAll(css).length >= count, [
      HISTORY,
      before + 1,
    ]);
    await page.waitFor(SAVED);
    assert.equal(await page.value(NOTE), "bleibt");
    assert.equal(await page.count(UNSAVED), 0);
  });

  test("shows what is recorded of a text that was brought into form", async (page) => {
    await opened(page);
    await page.fill(NAME, `${FIRST.name}   `);
    await page.fill(NUMBER, FIRST.customer_number.toLowerCase());
    await page.fill(NOTE, "mit Leerzeichen");
    await page.click(SAVE);
    await page.waitGone(UNSAVED);
    await page.waitFor(SAVED);
    assert.deepEqual([await page.value(NAME), await page.value(NUMBER)], [FIRST.name, FIRST.customer_number]);
  });

  test("lets one type on after saving by key", async (page) => {
    await opened(page);
    await page.focus(NOTE);
    await page.fill(NOTE, "eins");
    await page.press("Control+Enter");
    await page.waitGone(UNSAVED);
    await page.waitFor(SAVED);
    await page.type(" kommt");
    assert.equal(await page.value(NOTE), "eins kommt");
    assert.equal(await page.count('[data-kd="contact-form"]'), 0);
    await page.click('button[data-kd="case-discard"]');
    await page.waitGone(UNSAVED);
  });

  test("opens the fold in which something is wrong, and names it", async (page) => {
    await opened(page);
    await page.evaluate((css) => (document.querySelector(css).open = true), FOLD);
    await page.fill(FROM, "2026-05-05");
    await page.fill(UNTIL, "2026-05-01");
    await page.evaluate((css) => (document.querySelector(css).open = false), FOLD);
    await page.click(SAVE);
    await page.waitText('.kd-case__end [data-kd="error"]', /Profillage Z, bis/);
    await page.until("the field", (css) => document.activeElement === document.querySelector(css), UNTIL);
    assert.equal(await page.visible(UNTIL), true);
    await page.click('button[data-kd="case-discard"]');
    await page.waitGone(UNSAVED);
  });

  test("does not take half a day for the wish to delete it", async (page) => {
    await opened(page);
    await page.focus(BIRTH);
    await page.press("Delete");
    await page.until("half a day", (css) => document.querySelector(css).value === "", BIRTH);
    await openCase(page, SECOND);
    await openCase(page, FIRST);
    assert.equal(await page.value(BIRTH), FIRST.birth_date);
    assert.equal(await page.count(UNSAVED), 0);
  });
});
