// Lists from other systems: shown first as what they would change, taken over in one step, taken back in one step.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { browsers } from "./harness.mjs";
import { ERROR, ROW, assertRows, go, rows } from "./due-list.mjs";
import { ACCEPT, LINE, UNDO, bring, dryRun, list, takeOver } from "./intake.mjs";
import { asRow, convert, due, inRuleOrder } from "./kkd.mjs";
import { beginOwn, openExample } from "./own.mjs";

const DAY = "2026-11-23";
const COLUMN = '[data-kd="import-column"]';
const FAULTY = list("faults-windows-1252.csv");
const CLEAN = list("clean-utf8-bom.csv");
const UNKNOWN_HEADING = list("unknown-heading.csv");

const verdicts = async (page) => (await dryRun(page)).map(({ verdict }) => verdict);

/** What the batch command makes of a list, as rows of the due list. */
const expected = (bytes) => inRuleOrder(due(DAY, convert(DAY, bytes))).map(asRow);

/** The list is gone, or was never there: the page says what to do instead. */
async function assertNobody(page) {
  await go(page, "#/faellig", '[data-kd="due-empty"]');
  assert.equal(await page.count(ROW), 0);
}

browsers("A list", { now: `${DAY}T09:00` }, ({ test }) => {
  test("with faults names row, column and value, and takes over the rest only when asked to", async (page) => {
    await beginOwn(page);
    await bring(page, FAULTY);
    const run = await dryRun(page);
    assert.deepEqual(
      run.map(({ verdict }) => verdict),
      ["new", "faulty", "faulty", "faulty", "faulty", "new", "faulty"],
    );
    assert.match(run[0].text, /Jürgen Möller/, "umlauts of Windows-1252, and the first name first");
    for (const [index, row, column, value] of [
      [1, 3, "Geb.-Datum", "„31.02.1990“"],
      [2, 4, "Kontaktart", "„Brieftaube“"],
      [3, 5, "Kundennr.", "leer"],
      [4, 6, "Kundennr.", "„900A000001“"],
      [6, 8, "Geb.-Datum", "„05.06.2030“"],
    ]) {
      for (const part of [`Zeile ${row}`, `„${column}“`, value]) {
        assert.ok(run[index].text.includes(part), `${part} in: ${run[index].text}`);
      }
    }

    await assertNobody(page);
    await go(page, "#/daten", LINE);
    assert.deepEqual(await dryRun(page), run, "a look at another page does not end the dry run");

    await page.click(ACCEPT);
    await page.waitFor(UNDO);
    await go(page, "#/faellig", ROW);
    const wanted = expected(readFileSync(FAULTY));
    assert.equal(wanted.length, 5, "the row without a number and the repeated one stay out");
    await assertRows(page, wanted);

    await go(page, "#/daten", UNDO);
    await page.click(UNDO);
    await page.waitGone(UNDO);
    await assertNobody(page);
  });

  test("with line breaks in its cells is taken over, and the second time changes nothing", async (page) => {
    await beginOwn(page);
    await bring(page, CLEAN);
    assert.deepEqual(await verdicts(page), ["new", "new", "new", "new"]);
    const text = (await dryRun(page)).map((row) => row.text).join("\n");
    for (const name of ["Zoë Çelik", "Łukasz Świder", "Eva Dürer", "Ida Späth"]) {
      assert.ok(text.includes(name), name);
    }
    assert.match(text, /ruft zurück; am liebsten "vormittags", nie montags/);
    await page.click(ACCEPT);
    await go(page, "#/faellig", ROW);
    await assertRows(page, expected(readFileSync(CLEAN)));

    await bring(page, CLEAN);
    assert.deepEqual(await verdicts(page), ["unchanged", "unchanged", "unchanged", "unchanged"]);
    assert.equal(await page.count(ACCEPT), 0, "there is nothing to take over");
  });

  test("with changes shows them against what is there and takes back only itself", async (page) => {
    await beginOwn(page);
    await takeOver(page, CLEAN);
    await go(page, "#/faellig", ROW);
    const before = await rows(page);

    const newer = readFileSync(CLEAN, "utf8")
      .replace('"2026-06-30"', '"2026-11-02"')
      .replace("Ida Späth", "Ida Späth-Groß");
    await bring(page, { name: "neuer.csv", content: newer });
    const run = await dryRun(page);
    assert.deepEqual(
      run.map(({ verdict }) => verdict),
      ["unchanged", "changed", "unchanged", "changed"],
    );
    assert.match(run[1].text, /02\.11\.2026/);
    assert.match(run[3].text, /Ida Späth → Ida Späth-Groß/);

    await page.click(ACCEPT);
    await go(page, "#/faellig", ROW);
    const moved = (list) => list.find(({ number }) => number === "900B000002").latest;
    assert.deepEqual([moved(before), moved(await rows(page))], ["2026-12-30", "2027-05-02"]);

    await go(page, "#/daten", UNDO);
    await page.click(UNDO);
    await page.waitGone(UNDO);
    await go(page, "#/faellig", ROW);
    await assertRows(page, before);
  });

  test("with an unknown heading works as soon as its columns are told", async (page) => {
    await beginOwn(page);
    await bring(page, UNKNOWN_HEADING, ERROR);
    assert.match(await page.text(ERROR), /„Aktenzeichen“/);
    assert.equal(await page.count(ACCEPT), 0);
    assert.equal(await page.count(LINE), 0);

    // The first column comes first.
    assert.equal(await page.value(COLUMN), "");
    await page.select(COLUMN, "customer_number");
    await page.waitFor(LINE);
    assert.equal(await page.count(ERROR), 0);
    assert.deepEqual(await verdicts(page), ["new", "new"]);

    await page.select(COLUMN, "name");
    await page.waitFor(ERROR);
    assert.equal(await page.count(ACCEPT), 0, "a name in two columns is not to be decided here");
    await page.select(COLUMN, "customer_number");
    await page.click(ACCEPT);
    await go(page, "#/faellig", ROW);
    const renamed = readFileSync(UNKNOWN_HEADING, "utf8").replace("Aktenzeichen", "Kundennummer");
    await assertRows(page, expected(renamed));
  });

  test("comes into the example too, and leaves it as it was", async (page) => {
    await openExample(page);
    const before = await rows(page);
    await takeOver(page, CLEAN);
    await go(page, "#/faellig", ROW);
    const after = await rows(page);
    const added = expected(readFileSync(CLEAN)).map(({ case: id }) => id);
    assert.equal(after.length, before.length + added.length);
    assert.deepEqual(
      after.filter(({ case: id }) => !added.includes(id)),
      before,
    );

    await go(page, "#/daten", UNDO);
    await page.click(UNDO);
    await page.waitGone(UNDO);
    await go(page, "#/faellig", ROW);
    await assertRows(page, before);
  });

  test("that is no longer wanted is discarded without a trace", async (page) => {
    await beginOwn(page);
    await bring(page, FAULTY);
    await bring(page, CLEAN);
    await page.until("the second list", (css) => document.querySelectorAll(css).length === 4, LINE);
    assert.deepEqual(await verdicts(page), ["new", "new", "new", "new"], "the later file takes the place of the earlier");
    await assertNobody(page);
  });
});
