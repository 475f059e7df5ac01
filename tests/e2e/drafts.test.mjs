// What is typed and not saved: kept over a reload, a hard end of the browser, a lock, midnight and another window, sealed,
// and let go when it is saved or thrown away.

import assert from "node:assert/strict";
import { browsers } from "./harness.mjs";
import { fillableDisk } from "./faults.mjs";
import { ROW } from "./due-list.mjs";
import { LOCK, OWN, SAVED, beginOwn, openExample, unlock } from "./own.mjs";
import { HISTORY, NOTE, SAVE, bringIn, customers, keepNote, noteOf, openCase } from "./customers.mjs";

const EXAMPLE = "kontaktdichte-example";
const UNSAVED = '[data-kd="case-unsaved"]';
const DISCARD = 'button[data-kd="case-discard"]';
const STATUS = '[data-kd="case-form"] [name="status"]';
const role = (name) => `[data-kd="role"][data-role="${name}"]`;

const PEOPLE = customers(3);
const [FIRST, SECOND] = PEOPLE;

/** Waits until the store has another draft than `before`, and returns it; `null` for none. */
async function kept(page, before, database = OWN) {
  const stored = page.idb(database);
  for (const deadline = Date.now() + 10_000; ; ) {
    const found = (await stored.read("drafts", "cases"))?.toString("latin1") ?? null;
    if (found !== before) {
      return found;
    }
    assert.ok(Date.now() < deadline, "the store has the same draft still");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Waits until the page would be left without a question: what it has stored has been reported to it as well. */
async function mayGo(page) {
  const asks = () => !window.dispatchEvent(new Event("beforeunload", { cancelable: true }));
  for (const deadline = Date.now() + 10_000; await page.evaluate(asks); ) {
    assert.ok(Date.now() < deadline, "the page would still ask");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

browsers("What is typed", { now: "2026-11-23T23:58" }, ({ test, session }) => {
  test("is there again after a reload and after a hard end, until it is saved", async (page) => {
    await beginOwn(page);
    await bringIn(page, PEOPLE);
    await openCase(page, FIRST);
    await page.fill(NOTE, "Ruft morgen an");
    await page.select(STATUS, "job_seeking");
    await page.waitText(UNSAVED, /bleiben erhalten.*Fenster schließen/);
    const first = await kept(page, null);
    assert.ok(!first.includes("Ruft morgen"), "sealed");
    await openCase(page, SECOND);
    await page.fill(NOTE, "auch etwas");
    await kept(page, first);

    await mayGo(page);
    await page.reload();
    await unlock(page);
    for (const [who, note] of [
      [FIRST, "Ruft morgen an"],
      [SECOND, "auch etwas"],
    ]) {
      assert.equal(await noteOf(page, who), note);
      await page.waitFor(UNSAVED);
      assert.equal(await page.count(HISTORY), 1, "nothing was saved by that");
    }
    await page.travel("2026-11-24T00:01");
    assert.equal(await page.value(NOTE), "auch etwas");

    await session.kill();
    const again = await session.restart();
    await again.open("#/faellig");
    await unlock(again);
    assert.equal(await noteOf(again, FIRST), "Ruft morgen an");
    assert.equal(await again.value(STATUS), "job_seeking");
    const two = await kept(again, null);
    await again.click(SAVE);
    await again.waitGone(UNSAVED);
    await again.waitFor(SAVED);
    const one = await kept(again, two);
    await openCase(again, SECOND);
    await again.click(DISCARD);
    await again.waitGone(UNSAVED);
    assert.equal(await kept(again, one), null);

    await again.reload();
    await unlock(again);
    assert.equal(await noteOf(again, FIRST), "Ruft morgen an");
    assert.equal(await again.count(UNSAVED), 0);
    assert.equal(await noteOf(again, SECOND), "");
    assert.equal(await again.count(UNSAVED), 0);
  });

  test("about an absence is there again as well", async (page) => {
    await beginOwn(page);
    await bringIn(page, PEOPLE);
    await page.open("#/ausfall");
    await page.waitFor("#kd-absence-reason");
    await page.fill("#kd-absence-reason", "Fortbildung in Kassel");
    const draft = await kept(page, null);
    assert.ok(!draft.includes("Kassel"), "sealed");
    await mayGo(page);
    await page.reload();
    await unlock(page);
    await page.waitFor("#kd-absence-reason");
    assert.equal(await page.value("#kd-absence-reason"), "Fortbildung in Kassel");
    const same = await kept(page, null);
    await page.fill("#kd-absence-reason", "");
    assert.equal(await kept(page, same), null);
  });

  test("stays over a lock, and goes to the window that takes over", async (page) => {
    await page.open("#/faellig");
    await unlock(page);
    await openCase(page, SECOND);
    await page.fill(NOTE, "gesperrt");
    // Not a moment passes between the last word and the lock.
    await page.click(LOCK);
    await unlock(page);
    assert.equal(await noteOf(page, SECOND), "gesperrt");

    const other = await session.tab();
    await other.open("#/faellig");
    await unlock(other);
    await other.waitFor(role("follower"));
    assert.equal(await noteOf(other, SECOND), "", "who cannot type has no drafts");
    await other.click('button[data-kd="take-over"]');
    await other.waitFor(role("writer"));
    await other.until("the draft", ([css, text]) => document.querySelector(css).value === text, [NOTE, "gesperrt"]);
    await other.fill(NOTE, "von beiden");
    await other.click(SAVE);
    await other.waitGone(UNSAVED);
    await other.waitFor(SAVED);
    await page.click('button[data-kd="take-over"]');
    await page.waitFor(role("writer"));
    await page.until("what was saved", ([css, text]) => document.querySelector(css).value === text, [NOTE, "von beiden"]);
    assert.equal(await page.count(UNSAVED), 0);
  });

  test("is gone from its field when it is thrown away", async (page) => {
    await page.open("#/faellig");
    await unlock(page);
    await openCase(page, FIRST);
    const before = [await page.value(NOTE), await page.value(STATUS)];
    await page.fill(NOTE, "doch nicht");
    await page.select(STATUS, "job_seeking");
    await page.click(DISCARD);
    await page.waitGone(UNSAVED);
    assert.deepEqual([await page.value(NOTE), await page.value(STATUS)], before);
  });

  test("is kept in the example as well", async (page) => {
    await openExample(page);
    await page.click(`${ROW} a`);
    await page.waitFor(NOTE);
    const address = await page.url();
    await page.fill(NOTE, "im Beispiel");
    await kept(page, null, EXAMPLE);
    await mayGo(page);
    await page.reload();
    await page.until("the draft", ([css, text]) => document.querySelector(css)?.value === text, [NOTE, "im Beispiel"]);
    await page.waitFor(UNSAVED);
    assert.equal(await page.url(), address);
  });
});

browsers("With a full disk", { now: "2026-11-23T09:00", before: fillableDisk }, ({ test }) => {
  test("it is said that what is typed would be lost", async (page) => {
    await beginOwn(page);
    await bringIn(page, PEOPLE);
    await openCase(page, FIRST);
    await page.evaluate(() => (window.kdFull = true));
    await page.fill(NOTE, "kein Platz");
    await page.waitText(UNSAVED, /verloren gehen sie/);
    await page.evaluate(() => (window.kdFull = false));
    await page.fill(NOTE, "wieder Platz");
    await page.waitText(UNSAVED, /bleiben erhalten/);
    await mayGo(page);
    await page.reload();
    await unlock(page);
    assert.equal(await noteOf(page, FIRST), "wieder Platz");
    await keepNote(page, FIRST, "gespeichert");
  });
});
