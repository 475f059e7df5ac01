// Files that cannot be taken over: each is refused with what is wrong and where, and the caseload stays as it is.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { browsers } from "./harness.mjs";
import { ERROR, ROW, assertRows, go, rows } from "./due-list.mjs";
import { ACCEPT, FILE, LINE, bring, dryRun, list, takeOver } from "./intake.mjs";
import { beginOwn } from "./own.mjs";

const DAY = "2026-11-23";
const MIB = 1024 * 1024;
const TOO_LARGE = 65;

const folder = mkdtempSync(join(tmpdir(), "kontaktdichte-bad-files-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** A file of many megabytes that takes no room on the disk. */
function hollow(name, bytes) {
  const path = join(folder, name);
  writeFileSync(path, "");
  truncateSync(path, bytes);
  return path;
}

const bytes = (...parts) => Buffer.concat(parts.map((part) => Buffer.from(part, "latin1")));
const utf16 = (text) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);

const NO_LISTS = [
  ["bild.csv", bytes("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "\0".repeat(20)), [/Bild/]],
  ["leer.csv", "", [/leer/]],
  ["fast-leer.csv", " \r\n\r\n", [/leer/]],
  ["mappe.xlsx", bytes("PK\x03\x04\x14\0\0\0\x08\0", "\0".repeat(16), "xl/workbook.xml"), [/Excel/, /CSV/]],
  ["mappe.xls", bytes("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "\0".repeat(32)), [/\.xls/, /CSV/]],
  ["brief.csv", "%PDF-1.7\n%âãÏÓ\n", [/PDF/]],
  ["tabelle.xls", "<html><table><tr><td>Kundennr.</td></tr></table></html>", [/HTML/]],
  // ü and ö as DOS wrote them; no list of today has these bytes.
  ["dos.csv", bytes("Kundennr.;Name\r\n900A000001;M\x81ller\r\n"), [/Zeile 2/, /Windows-1252/]],
  ["spalten.csv", "Aktenzeichen;Name\n900A000001;Ida Späth\n", [/Kundennummer/, /„Aktenzeichen“, „Name“/]],
  ["ohne-kopf.csv", "900A000001;Ida Späth\n900A000002;Eva Dürer\n", [/Überschriften/, /Zeile 1/]],
];

/** A caseload file in order; each of the files below has one thing wrong with it. */
const sound = () => ({
  format: "kontaktdichte-caseload",
  version: 1,
  edition: "2025-04",
  caseworker: { name: "IFK 9", state: "BW" },
  cases: [{ id: "c-1", customer_number: "900D000001", name: "Ida Späth", birth_date: "1980-02-29" }],
  contacts: [{ id: "k-1", case: "c-1", date: "2026-09-14", channel: "in_person", duration_minutes: 45 }],
  appointments: [{ id: "t-1", case: "c-1", date: "2026-12-07", start: "09:00", duration_minutes: 45 }],
});

function spoiled(spoil) {
  const caseload = sound();
  spoil(caseload);
  return JSON.stringify(caseload, null, 2);
}

const SOUND = JSON.stringify(sound(), null, 2);

const NO_CASELOADS = [
  ["schluessel", spoiled(({ cases: [first] }) => (first.brith_date = "1980-02-29")), [/cases\[0\]\.brith_date/, /birth_date/]],
  ["fassung", spoiled((caseload) => (caseload.version = 2)), [/version/i, /neuer/]],
  ["fremd", spoiled((caseload) => (caseload.format = "etwas-anderes")), [/format/, /etwas-anderes/]],
  ["komma", SOUND.replace('"version": 1,', '"version": 1'), [/Zeile 4, Spalte 3/]],
  ["abgerissen", SOUND.slice(0, 200), [/bricht/]],
  ["latin1", Buffer.from(SOUND, "latin1"), [new RegExp(`Byte ${Buffer.from(SOUND, "latin1").indexOf(0xe4) + 1}\\b`)]],
  ["leer", "", [/leer/]],
  ["liste", "[]", [/ganze Datei/]],
  [
    "vieles",
    spoiled(({ caseworker, cases, contacts, appointments }) => {
      caseworker.fte = 1.5;
      cases[0].birth_date = "2030-01-01";
      cases.push({ id: "c-1", customer_number: "900D000002", status: "busy" });
      contacts[0].date = "2026-02-31";
      contacts.push({ id: "k-2", case: "c-9", date: "2026-09-14", duration_minutes: 601 });
      appointments[0].start = "23:30";
    }),
    [
      /caseworker\.fte\b.*1\.5/,
      /cases\[0\]\.birth_date.*2030-01-01/,
      /cases\[1\]\.id.*c-1/,
      /cases\[1\]\.status.*busy/,
      /contacts\[0\]\.date.*2026-02-31/,
      /contacts\[1\]\.case.*c-9/,
      /contacts\[1\]\.duration_minutes.*601/,
      /appointments\[0\]\.duration_minutes/,
    ],
  ],
];

/** Four customers, so that there is something to lose. */
async function withCaseload(page) {
  await beginOwn(page);
  await takeOver(page, list("clean-utf8-bom.csv"));
  await go(page, "#/faellig", ROW);
  return rows(page);
}

async function assertRefused(page, before, file, says) {
  const name = typeof file === "string" ? file : file.name;
  await bring(page, file, ERROR);
  assert.equal(await page.attribute(ERROR, "role"), "alert", name);
  const text = await page.text(ERROR);
  for (const pattern of says) {
    assert.match(text, pattern, name);
  }
  assert.equal(await page.count(ACCEPT), 0, name);
  assert.equal(await page.count(LINE), 0, name);
  // Who cannot see the message is taken to it, or to the heading right before it.
  const near = (css) => document.activeElement.parentElement?.closest("section")?.contains(document.querySelector(css));
  await page.until(`the focus at the message about ${name}`, near, ERROR);
  await go(page, "#/faellig", ROW);
  await assertRows(page, before, name);
}

browsers("A file that is no list", { now: `${DAY}T09:00` }, ({ test }) => {
  test("is refused with the reason and changes nothing", async (page) => {
    const before = await withCaseload(page);
    for (const [name, content, says] of NO_LISTS) {
      await assertRefused(page, before, { name, content }, says);
    }
  });

  test("is forgotten as soon as the right one comes", async (page) => {
    await beginOwn(page);
    await bring(page, { name: "leer.csv", content: "" }, ERROR);
    await page.upload(FILE, list("clean-utf8-bom.csv"));
    await page.waitFor(LINE);
    assert.equal(await page.count(ERROR), 0);
    await page.upload(FILE, { name: "leer.csv", content: "" });
    await page.waitFor(ERROR);
    assert.equal(await page.count(LINE), 0);
    assert.equal(await page.count(ACCEPT), 0);
  });

  test("for want of size is not even read", async (page) => {
    const before = await withCaseload(page);
    for (const name of ["gross.csv", "gross.kkd.json"]) {
      const says = [new RegExp(name), /65,0 MB/, /64,0 MB/];
      await assertRefused(page, before, hollow(name, TOO_LARGE * MIB), says);
    }
  });
});

browsers("A list with odd cells", { now: `${DAY}T09:00` }, ({ test }) => {
  test("names each of them and can still be taken over", async (page) => {
    const before = await withCaseload(page);
    const known = before[0].number;
    const content = utf16(
      [
        "Kundennr.\tName\tGeburtsdatum\tStatus\tKunde seit",
        "900E000001\tÄnne Öz\t31.02.1990\tAL\t01.01.2026",
        "900E000002\tBo Süß\t24.11.2026\tAL\t?",
        "900E000002\tBo Süß\t24.11.2006\tAL\t01.01.2026",
        `${known}\tNeu Benannt\t1.13.1990\tirgendwas\t01.01.2026`,
        "\tNiemand\t01.01.1990\tAL\t01.01.2026",
      ].join("\r\n"),
    );
    await bring(page, { name: "zellen.txt", content });
    const run = await dryRun(page);
    assert.deepEqual(
      run.map(({ verdict }) => verdict),
      ["faulty", "faulty", "faulty", "faulty", "faulty"],
    );
    for (const [index, ...parts] of [
      [0, "Zeile 2", "„Geburtsdatum“", "„31.02.1990“"],
      [1, "Zeile 3", "„Geburtsdatum“", "„24.11.2026“", "„Kunde seit“", "„?“"],
      [2, "Zeile 4", "„Kundennr.“", "„900E000002“", "Zeile 3"],
      [3, "Zeile 5", "„Geburtsdatum“", "„1.13.1990“", "„Status“", "„irgendwas“"],
      [4, "Zeile 6", "„Kundennr.“", "leer"],
    ]) {
      for (const part of parts) {
        assert.ok(run[index].text.includes(part), `${part} in: ${run[index].text}`);
      }
    }
    await go(page, "#/faellig", ROW);
    await assertRows(page, before, "the dry run changes nothing");

    await go(page, "#/daten", ACCEPT);
    await page.click(ACCEPT);
    await go(page, "#/faellig", ROW);
    const numbers = (await rows(page)).map(({ number }) => number);
    const wanted = [...before.map(({ number }) => number), "900E000001", "900E000002"];
    assert.deepEqual(numbers.sort(), wanted.sort());
  });
});

browsers("A caseload file", { now: `${DAY}T09:00` }, ({ test }) => {
  test("that is sound replaces the caseload, and can be taken back", async (page) => {
    const before = await withCaseload(page);
    await takeOver(page, { name: "bestand.kkd.json", content: SOUND }, ACCEPT);
    await go(page, "#/faellig", ROW);
    assert.deepEqual(
      (await rows(page)).map(({ case: id, number }) => [id, number]),
      [["c-1", "900D000001"]],
    );
    await go(page, "#/daten", '[data-kd="import-undo"]');
    await page.click('[data-kd="import-undo"]');
    await go(page, "#/faellig", ROW);
    await assertRows(page, before);
  });

  test("with faults is refused as a whole, with every fault and its place", async (page) => {
    const before = await withCaseload(page);
    for (const [name, content, says] of NO_CASELOADS) {
      await assertRefused(page, before, { name: `${name}.kkd.json`, content }, [new RegExp(name), ...says]);
    }
  });
});
