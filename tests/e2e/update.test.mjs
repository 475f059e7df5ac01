// A newer page opens what an older one has stored: real stores of every past version of the format, for ever. How a
// store gets here stands in make-stores.mjs.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { browsers } from "./harness.mjs";
import { ROW, assertRows, go, rows } from "./due-list.mjs";
import { SAVED, openAnew, unlock } from "./own.mjs";
import { plantStore } from "./store-dump.mjs";
import { HISTORY, NOTE, keepNote, openCase } from "./customers.mjs";

const FOLDER = new URL("fixtures/stores/", import.meta.url);
const NAMES = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".json.gz"))
  .map((name) => name.replace(/\.json\.gz$/, ""))
  .sort();

const read = (name) => JSON.parse(gunzipSync(readFileSync(new URL(`${name}.json.gz`, FOLDER))).toString());

async function assertCases(page, cases) {
  for (const person of cases) {
    await openCase(page, person);
    assert.equal(await page.value(NOTE), person.note, person.id);
    assert.equal(await page.count(HISTORY), person.history, person.id);
  }
}

browsers("A store", { now: "2026-11-23T09:00" }, ({ test, session }) => {
  test("of every version is here", () => {
    for (const version of ["v1", "v1-example"]) {
      assert.ok(NAMES.includes(version), version);
    }
  });

  for (const name of NAMES) {
    test(`as ${name} left it is opened, changed and opened again`, async (page) => {
      const { day, passphrase, cases, rows: wanted, count = wanted.length, store } = read(name);
      const isOwn = passphrase !== undefined;
      await openAnew(page, "#/datenschutz");
      await plantStore(page, store, `kontaktdichte-${isOwn ? "own" : "example"}`);
      const tab = await session.tab({ now: day });
      await tab.open("#/willkommen");
      if (isOwn) {
        await go(tab, "#/faellig", "h1");
        await unlock(tab, passphrase);
      } else {
        await tab.click('[data-kd="door-example"]');
      }
      await tab.waitFor(ROW);
      if (count === wanted.length) {
        await assertRows(tab, wanted);
      } else {
        const found = await rows(tab);
        assert.equal(found.length, count);
        assert.deepEqual(found.slice(0, wanted.length), wanted);
      }
      await assertCases(tab, cases);

      await keepNote(tab, cases[0], "mit der neuen Fassung geschrieben");
      await tab.reload();
      if (isOwn) {
        await unlock(tab, passphrase);
      }
      await tab.waitFor(SAVED);
      const [first, second] = cases;
      const changed = { ...first, note: "mit der neuen Fassung geschrieben", history: first.history + 1 };
      await assertCases(tab, [changed, second]);
    });
  }
});
