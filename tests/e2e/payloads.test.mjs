// What a list says stays text, whatever it looks like: markup, scripts and formulas are names like any other.

import assert from "node:assert/strict";
import { browsers } from "./harness.mjs";
import { ROW, SEARCH, askWhy, closeWhy, go, rows } from "./due-list.mjs";
import { ACCEPT, LINE, UNDO, bring } from "./intake.mjs";
import { beginOwn } from "./own.mjs";

const NAMES = [
  "<img src=x onerror=window.kdHarm=1>",
  "<script>window.kdHarm=1</script>",
  "<svg onload=window.kdHarm=1></svg>",
  "</td></tr></table><h1>Weg</h1>",
  "<a href=javascript:window.kdHarm=1>Klick</a>",
  '" autofocus onfocus="window.kdHarm=1',
  "' onmouseover='window.kdHarm=1",
  "<style>*{display:none}</style>",
  "=HYPERLINK(\"https://example.invalid\";\"Klick\")",
  "@SUM(1+1)*cmd|' /C calc'!A0",
  "&lt;b&gt;fett&amp;",
  "{{7*7}}${7*7}",
];
const HEADING = "<img src=x onerror=window.kdHarm=1>";
const FILE_NAME = "<img src=x onerror=window.kdHarm=1>.csv";

const number = (index) => `900F${String(index + 1).padStart(6, "0")}`;
const quoted = (text) => `"${text.replaceAll('"', '""')}"`;
const LIST = [
  `Kundennr.;Vor- und Nachname;Status;Bemerkung;${quoted(HEADING)}`,
  ...NAMES.map((name, index) => [number(index), name, name, name, name].map(quoted).join(";")),
].join("\r\n");

/** Counts everything that no page of ours has, or has only where we put it. */
const elements = () =>
  ["img", "script", "style", "iframe", "object", "embed", "a[href^='javascript']", "[onerror]", "[onload]", "[onfocus]"]
    .concat(["[onmouseover]", "h1", "td b", "body > svg"])
    .map((css) => `${css} ${document.querySelectorAll(css).length}`);

async function assertHarmless(page, before) {
  assert.deepEqual(await page.evaluate(elements), before);
  assert.equal(await page.evaluate(() => window.kdHarm), undefined);
}

browsers("Names that look like something else", { now: "2026-11-23T09:00" }, ({ test }) => {
  test("stay text from the dry run to the explanation", async (page) => {
    await beginOwn(page);
    const inData = await page.evaluate(elements);
    await bring(page, { name: FILE_NAME, content: LIST });
    await assertHarmless(page, inData);
    const dry = await page.text("main");
    for (const text of [...NAMES, HEADING, FILE_NAME]) {
      assert.ok(dry.includes(text), `${text} is shown as it is written`);
    }
    assert.equal(await page.count(LINE), NAMES.length);

    await page.click(ACCEPT);
    await page.waitFor(UNDO);
    await assertHarmless(page, inData);
    assert.ok((await page.text("main")).includes(FILE_NAME));

    await go(page, "#/faellig", ROW);
    const inList = await page.evaluate(elements);
    assert.deepEqual(
      inList.filter((line) => !/^(h1|td b) /.test(line)),
      inData.filter((line) => !/^(h1|td b) /.test(line)),
    );
    assert.ok(inList.includes("h1 1"), String(inList));
    assert.equal(await page.count(ROW), NAMES.length);

    for (const [index, name] of NAMES.entries()) {
      const row = `${ROW}[data-number="${number(index)}"]`;
      assert.ok((await page.text(row)).includes(name), name);
      await askWhy(page, row);
      assert.ok((await page.text(':is(dialog, [role="dialog"]) h2')).includes(name), name);
      await assertHarmless(page, inList);
      await closeWhy(page);
    }

    await page.fill(SEARCH, NAMES[0]);
    await page.until("one row", (css) => document.querySelectorAll(css).length === 1, ROW);
    assert.equal(await page.attribute(ROW, "data-number"), number(0));
    assert.equal(await page.evaluate(() => window.kdHarm), undefined);
  });

  test("stay text as numbers and ids of a caseload file too", async (page) => {
    const cases = NAMES.map((name, index) => ({ id: `${name} ${index}`, customer_number: `${name} ${index}`, note: name }));
    const contacts = cases.map(({ id }) => ({ id: `k ${id}`, case: id, date: "2026-09-14", channel: "in_person", topics: id }));
    const caseworker = { name: HEADING, state: "BW" };
    const content = JSON.stringify({
      ...{ format: "kontaktdichte-caseload", version: 1, edition: "2025-04" },
      ...{ caseworker, cases, contacts },
    });
    await beginOwn(page);
    const inData = await page.evaluate(elements);
    await bring(page, { name: `${FILE_NAME}.kkd.json`, content }, ACCEPT);
    await assertHarmless(page, inData);
    assert.ok((await page.text("main")).includes(HEADING));
    await page.click(ACCEPT);
    await page.waitFor(UNDO);
    await assertHarmless(page, inData);

    await go(page, "#/faellig", ROW);
    const inList = await page.evaluate(elements);
    const given = cases.map(({ id, customer_number: own }) => [id, own]);
    const shown = (await rows(page)).map(({ case: id, number: own }) => [id, own]);
    assert.deepEqual(shown.sort(), given.sort());
    for (let place = 1; place <= NAMES.length; place += 1) {
      await askWhy(page, `${ROW}:nth-child(${place})`);
      await assertHarmless(page, inList);
      await closeWhy(page);
    }
    assert.equal(await page.count("main img, main script, main style, td svg[onload]"), 0);
  });

  test("stay text in a message about a fault", async (page) => {
    await beginOwn(page);
    const before = await page.evaluate(elements);
    await bring(page, { name: FILE_NAME, content: `${quoted(HEADING)};Name\r\n1;2\r\n` }, '[data-kd="error"]');
    await assertHarmless(page, before);
    assert.ok((await page.text('[data-kd="error"]')).includes(HEADING));

    const caseload = JSON.stringify({ format: "kontaktdichte-caseload", version: 1, [HEADING]: 1 });
    await page.upload('input[data-kd="import-file"]', { name: `${FILE_NAME}.kkd.json`, content: caseload });
    await page.waitText('[data-kd="error"]', /kkd\.json/);
    await assertHarmless(page, before);
    assert.ok((await page.text('[data-kd="error"]')).includes(HEADING));
  });
});
