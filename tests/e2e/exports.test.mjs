// What goes out for other programs: a list, a workbook, a calendar. What comes out of them comes in again unchanged, and
// a name stays text in each of them.

import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { ERROR, ROW, assertRows, go } from "./due-list.mjs";
import { browsers } from "./harness.mjs";
import { ACCEPT, LINE, bring, dryRun, takeOver } from "./intake.mjs";
import { asRow, convert, due, inRuleOrder } from "./kkd.mjs";
import { beginOwn, openExample } from "./own.mjs";
import { readFileSync } from "node:fs";

const DAY = "2026-11-23";
const CSV = '[data-kd="export-csv"]';
const XLSX = '[data-kd="export-xlsx"]';
const ICS = '[data-kd="export-ics"]';
const NAMING = '[data-kd="export-ics-naming"]';
const WORKBOOK = fileURLToPath(new URL("../../crates/caseload/fixtures/lists/tabelle.xlsx", import.meta.url));

const FORMULA = '=HYPERLINK("https://example.invalid";"Klick")';
const NAMES = [FORMULA, "@SUM(1+1)*cmd|' /C calc'!A0", "-1+1", "<img src=x onerror=1>", "A;B\nEND:VEVENT\\", "Zoë Çelik"];
const number = (index) => `900F${String(index + 1).padStart(6, "0")}`;
const quoted = (text) => `"${text.replaceAll('"', '""')}"`;
const LIST = [
  "Kundennr.;Vor- und Nachname;Status;Nächster Termin;Bemerkung",
  ...NAMES.map((name, index) => [number(index), name, "arbeitslos", "07.12.2026", name].map(quoted).join(";")),
].join("\r\n");

async function saved(page, selector) {
  await go(page, "#/daten", selector);
  return page.download(() => page.click(selector));
}

/** The files of an archive that packs nothing, by name. */
function stored(bytes) {
  const files = {};
  let at = 0;
  while (bytes.readUInt32LE(at) === 0x04034b50) {
    assert.equal(bytes.readUInt16LE(at + 8), 0, "not packed");
    const [size, name, more] = [bytes.readUInt32LE(at + 18), bytes.readUInt16LE(at + 26), bytes.readUInt16LE(at + 28)];
    const begin = at + 30 + name + more;
    files[bytes.toString("utf8", at + 30, at + 30 + name)] = bytes.toString("utf8", begin, begin + size);
    at = begin + size;
  }
  return files;
}

/** Lines of a calendar, those that were folded put together again. */
const lines = (text) => text.replaceAll("\r\n ", "").split("\r\n");

browsers("Files for other programs", { now: `${DAY}T09:00` }, ({ test }) => {
  test("a list has formulas as text, and changes nothing when it comes back", async (page) => {
    await beginOwn(page);
    await takeOver(page, { name: "namen.csv", content: LIST });
    const list = await saved(page, CSV);
    assert.equal(list.name, `kontaktdichte-bestand-${DAY}.csv`);
    assert.ok(list.text.startsWith("\u{FEFF}Kundennummer;Name;"), list.text.slice(0, 40));
    for (const name of NAMES.slice(0, 3)) {
      assert.ok(list.text.includes(`'${name.replaceAll('"', '""')}`), name);
    }
    assert.doesNotMatch(list.text, /(^|;|")[=@+-]/m, "no cell begins like a formula");
    await bring(page, { name: list.name, content: list.bytes });
    assert.deepEqual((await dryRun(page)).map(({ verdict }) => verdict), NAMES.map(() => "unchanged"));
  });

  test("a workbook has names as text, and changes nothing when it comes back", async (page) => {
    await beginOwn(page);
    await takeOver(page, { name: "namen.csv", content: LIST });
    const book = await saved(page, XLSX);
    assert.equal(book.name, `kontaktdichte-bestand-${DAY}.xlsx`);
    const sheet = stored(book.bytes)["xl/worksheets/sheet1.xml"];
    assert.doesNotMatch(sheet, /<f[ >]/, "no formula");
    assert.ok(sheet.includes("&lt;img src=x onerror=1&gt;"), "markup is text");
    assert.ok(sheet.includes(FORMULA.replaceAll('"', "&quot;")), "a formula is text");
    await bring(page, { name: book.name, content: book.bytes });
    assert.deepEqual((await dryRun(page)).map(({ verdict }) => verdict), NAMES.map(() => "unchanged"));
    assert.match(await page.text("main"), /Blatt „Bestand“/);
  });

  test("a calendar names nobody unless asked to, and keeps its events apart", async (page) => {
    await beginOwn(page);
    await takeOver(page, { name: "namen.csv", content: LIST });
    const silent = await saved(page, ICS);
    assert.equal(silent.name, `kontaktdichte-bestand-${DAY}.ics`);
    const events = (text) => lines(text).filter((line) => line === "BEGIN:VEVENT").length;
    const uids = (text) => lines(text).filter((line) => line.startsWith("UID:")).sort();
    assert.equal(events(silent.text), NAMES.length);
    assert.ok(lines(silent.text).includes("DTSTART;VALUE=DATE:20261207"));
    for (const secret of ["900F", "Zoë", "HYPERLINK"]) {
      assert.ok(!silent.text.includes(secret), secret);
    }
    await page.select(NAMING, "name");
    const named = await page.download(() => page.click(ICS));
    assert.equal(events(named.text), NAMES.length, "a name begins and ends no event");
    assert.deepEqual(uids(named.text), uids(silent.text));
    const summaries = lines(named.text).filter((line) => line.startsWith("SUMMARY:"));
    assert.ok(summaries.some((line) => line.startsWith("SUMMARY:Zoë Çelik: ")), String(summaries));
    assert.ok(summaries.some((line) => line.startsWith("SUMMARY:A\\;B END:VEVENT\\\\: ")), String(summaries));
  });

  test("a workbook of a spreadsheet is read like a list", async (page) => {
    await beginOwn(page);
    await bring(page, WORKBOOK);
    await page.click(ACCEPT);
    await go(page, "#/faellig", ROW);
    await assertRows(page, inRuleOrder(due(DAY, convert(DAY, readFileSync(WORKBOOK)))).map(asRow));
  });

  test("a damaged workbook is refused with a reason", async (page) => {
    await beginOwn(page);
    const whole = readFileSync(WORKBOOK);
    await bring(page, { name: "halb.xlsx", content: whole.subarray(0, whole.length / 2) }, ERROR);
    assert.match(await page.text(ERROR), /halb\.xlsx/);
    assert.equal(await page.count(LINE), 0);
  });

  test("the example's files say that they are of the example", async (page) => {
    await openExample(page);
    for (const [selector, ending] of [[CSV, "csv"], [XLSX, "xlsx"], [ICS, "ics"]]) {
      assert.equal((await saved(page, selector)).name, `kontaktdichte-beispiel-${DAY}.${ending}`);
    }
  });
});
