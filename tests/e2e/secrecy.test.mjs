// Nothing that was entered lies in the clear on the disk, wherever the browser keeps things: the store, its logs and
// caches, the history, the kept tabs, the saved forms.

import assert from "node:assert/strict";
import { browsers } from "./harness.mjs";
import { ROW, SEARCH, assertRows, go, rows } from "./due-list.mjs";
import { FILE, takeOver } from "./intake.mjs";
import { LOCK, PASSPHRASE, SAVED, beginOwn, openExample, unlock } from "./own.mjs";
import { FORM, HISTORY, NOTE, SAVE } from "./customers.mjs";

// Invented, and no two share three characters in a row; see disk.mjs.
const TAGS = {
  listName: "Xq7vKbz2Lm",
  listNumber: "R4WG9TDN6",
  listNote: "jH3sYp8eVu",
  fileName: "Mc5fBt1gQi",
  fileNumber: "Z0KJ2AXO8",
  fileNote: "wL6dNr9hSa",
  typedName: "Ue8xPk4jFo",
  typedNumber: "V3CQ7BHM5",
  typedNote: "tG1zAy6nIw",
  typedReason: "oD9qEl2mJc",
  undoneNote: "bS7uTv0kRx",
  unsavedNote: "fW5iHn3pCy",
  searched: "aK2gOj8sZe",
};
const PLAIN = "yB4rDm6lPt";

const LIST = {
  name: "liste.csv",
  content: `Kundennr.;Name;Bemerkung\n${TAGS.listNumber};Anna ${TAGS.listName};ruft ${TAGS.listNote} an\n`,
};

const LINK = (number) => `${ROW}[data-number="${number}"] a`;

/** Saves a note in the form that is open. */
async function save(page, note) {
  const before = await page.count(HISTORY);
  await page.fill(NOTE, note);
  await page.click(SAVE);
  await page.until("the change", ([css, count]) => document.querySelectorAll(css).length > count, [HISTORY, before]);
  await page.waitFor(SAVED);
}

browsers("On the disk", { now: "2026-11-23T09:00" }, ({ test, session }) => {
  test("nothing that was entered can be read", async (page) => {
    // The example is not sealed and may be found; it is there so that both lie in one profile.
    await openExample(page);
    await beginOwn(page);
    await takeOver(page, LIST);
    const content = JSON.stringify({
      format: "kontaktdichte-caseload",
      version: 1,
      edition: "2025-04",
      caseworker: { state: "BW" },
      cases: [
        { id: `liste-${TAGS.listNumber}`, customer_number: TAGS.listNumber, name: `Anna ${TAGS.listName}` },
        { id: "c-1", customer_number: TAGS.fileNumber, name: `Bea ${TAGS.fileName}`, note: TAGS.fileNote },
      ],
    });
    await go(page, "#/daten", FILE);
    await page.upload(FILE, { name: "bestand.kkd.json", content });
    await page.click('[data-kd="import-accept"]');
    await page.waitFor(SAVED);

    await page.click('[data-kd="case-add"]');
    await page.fill('[data-kd="case-add-number"]', TAGS.typedNumber);
    await page.fill('[data-kd="case-add-name"]', `Cem ${TAGS.typedName}`);
    await page.click('[data-kd="case-add-save"]');
    await page.waitFor(FORM);
    await save(page, `Termin ${TAGS.undoneNote}`);
    await page.click('[data-kd="undo-last"]');
    await page.waitFor('[data-kd="redo-last"]');
    await save(page, `Termin ${TAGS.typedNote}`);

    await go(page, "#/faellig", ROW);
    const all = await rows(page);
    await page.fill(SEARCH, TAGS.searched);
    await assertRows(page, []);
    await page.fill(SEARCH, TAGS.fileName);
    await assertRows(
      page,
      all.filter(({ number }) => number === TAGS.fileNumber),
    );
    await page.click(LINK(TAGS.fileNumber));
    await page.waitFor(FORM);
    await page.evaluate(() => (document.querySelector('[name="closed_reason"]').closest("details").open = true));
    await page.fill('[name="closed_reason"]', TAGS.typedReason);
    await save(page, TAGS.fileNote.toUpperCase());
    // Typed, and never saved.
    await page.fill(NOTE, TAGS.unsavedNote);
    const saved = await page.download(async () => {
      await go(page, "#/daten", '[data-kd="export-backup"]');
      await page.click('[data-kd="export-backup"]');
    });
    assert.match(saved.name, /\.kkd$/);
    await page.click(LOCK);
    await unlock(page);
    await go(page, "#/faellig", ROW);
    await page.click(LINK(TAGS.typedNumber));
    await page.waitFor(FORM);
    await page.evaluate((text) => localStorage.setItem("plain", `offen ${text}`), PLAIN);

    await session.close();
    const hits = await session.searchProfile([...Object.values(TAGS), PASSPHRASE, PLAIN]);
    const found = new Set(hits.map(({ text }) => text));
    assert.ok(found.has(PLAIN), "the search finds what lies in the clear");
    assert.deepEqual(
      hits.filter(({ text }) => text !== PLAIN),
      [],
    );
  });
});
