// The one file opens by double-click, in both browsers, and nothing leaves it.

import assert from "node:assert/strict";
import { HOSTED, browsers } from "./harness.mjs";

browsers("The one file", ({ test }) => {
  test("opens from the disk and says when it is ready", async (page) => {
    await page.open();
    assert.match(await page.url(), /^file:.*\/kontaktdichte\.html/);
    assert.equal(await page.attribute("html", "lang"), "de");
    assert.ok((await page.text("body")).length > 0);
    assert.equal(await page.count("#kd-start"), 0, "the notice of the start is gone");
    assert.equal(await page.count("#kd-wasm"), 0, "the packed program is gone");
  });

  test("shows text in its own font", async (page) => {
    await page.open();
    const loaded = await page.until("the font", async () => {
      await document.fonts.load('400 16px "Fira Sans"', "Abcß");
      return [...document.fonts].filter((font) => font.status === "loaded").map((font) => font.family);
    });
    assert.ok(loaded.some((family) => family.includes("Fira Sans")), String(loaded));
  });

  test("lets nothing out, and the harness would notice", async (page) => {
    page.allow(/\[csp\] connect-src/);
    page.allow(/Content.Security.Policy/);
    await page.open();
    const outcome = await page.evaluate(() =>
      fetch("http://127.0.0.1:9/").then(
        () => "went out",
        () => "blocked",
      ),
    );
    assert.equal(outcome, "blocked");
  });
});

browsers("The hosted variant", { url: HOSTED }, ({ test }) => {
  test("opens from a server", async (page) => {
    assert.ok(HOSTED, "`cargo xtask e2e` serves it and says where");
    await page.open();
    assert.match(await page.url(), /^http:\/\/127\.0\.0\.1:/);
    assert.equal(await page.count("#kd-start"), 0, "the notice of the start is gone");
  });
});
