// What people see when the program cannot start: a plain German sentence instead of an empty page.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { pathToFileURL } from "node:url";
import { browsers } from "./harness.mjs";

const MARK = 'id="kd-wasm">';

const folder = mkdtempSync(join(tmpdir(), "kontaktdichte-start-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const whole = readFileSync(process.env.KD_FILE, "utf8");
const program = whole.indexOf(MARK) + MARK.length;

/** A copy of the one file whose packed program is something else. */
function damaged(name, packed) {
  const file = join(folder, name);
  writeFileSync(file, whole.slice(0, program) + packed + whole.slice(whole.indexOf("<", program)));
  return pathToFileURL(file).href;
}

const packed = whole.slice(program, whole.indexOf("<", program));

browsers("An old browser", { before: () => delete window.DecompressionStream }, ({ test }) => {
  test("is told so in plain words", async (page) => {
    await page.load();
    await page.waitText("#kd-start[role=alert]", /zu alt/);
    assert.match(await page.text("#kd-start"), /Ihre Daten sind unverändert/);
  });
});

for (const [what, content] of [
  ["with wrong bytes", packed.slice(0, 2000) + "AAAAAAAA" + packed.slice(2008)],
  ["cut short", packed.slice(0, 4000)],
  ["with signs that cannot be read", "*".repeat(40)],
]) {
  const url = damaged(`${what}.html`, content);
  browsers(`A file ${what}`, { url }, ({ test }) => {
    test("is called damaged", async (page) => {
      page.allow(/^\[(console|error)\]/);
      await page.load();
      await page.waitText("#kd-start[role=alert]", /beschädigt/);
    });
  });
}
