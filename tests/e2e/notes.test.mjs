// The note that confirms something lies over nothing that one wants to read or press.

import assert from "node:assert/strict";
import { browsers } from "./harness.mjs";
import { beginOwn } from "./own.mjs";
import { SAVE, bringIn, customers, keepNote } from "./customers.mjs";

const TOAST = ".kd-toast";
const [FIRST] = customers(1);

const box = (css) => {
  const { top, bottom, left, right } = document.querySelector(css).getBoundingClientRect();
  return { top, bottom, left, right };
};

for (const dark of [false, true]) {
  browsers(`A note ${dark ? "in the dark" : "by day"}`, { now: "2026-11-23T09:00", dark }, ({ test }) => {
    test("stands beside the page where there is room, and above its foot where there is not", async (page) => {
      await beginOwn(page);
      await bringIn(page, [FIRST]);
      await keepNote(page, FIRST, "gespeichert");
      await page.waitFor(TOAST);
      await page.screenshot(`note 1280 ${dark ? "dark" : "light"}`);
      const [note, content] = [await page.evaluate(box, TOAST), await page.evaluate(box, "main")];
      assert.ok(note.right <= content.left, "beside the content");
      assert.ok(note.bottom <= 800 && note.top > 0, "on screen");

      await page.resize(360, 640);
      await page.screenshot(`note 360 ${dark ? "dark" : "light"}`);
      assert.ok((await page.evaluate(box, TOAST)).bottom <= (await page.evaluate(box, ".kd-nav")).top, "above the pages");
      // What has the focus comes to rest above it, and so does the end of the page.
      await page.focus("h1");
      await page.focus(SAVE);
      assert.ok((await page.evaluate(box, SAVE)).bottom <= (await page.evaluate(box, TOAST)).top, "below what has the focus");
      await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
      const last = ".kd-case > :last-child";
      // How much room a note needs is measured after it is shown.
      await page.until(
        "the end of the page above the note",
        ([last, note]) => {
          const root = document.documentElement;
          const [end, begin] = [last, note].map((css) => document.querySelector(css).getBoundingClientRect());
          window.scrollTo(0, root.scrollHeight);
          return innerHeight + scrollY >= root.scrollHeight - 1 && end.bottom <= begin.top;
        },
        [last, TOAST],
      );
      assert.deepEqual(await page.axe(), []);
      await page.click('[data-kd="toast"] [data-kd="undo"]');
      await page.waitFor('[data-kd="toast"] [data-kd="redo"]');
    });
  });
}
