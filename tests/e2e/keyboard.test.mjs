// The keyboard: what has the focus is in sight.

import assert from "node:assert/strict";
import { ROW, WHY } from "./due-list.mjs";
import { browsers } from "./harness.mjs";
import { openExample } from "./own.mjs";

/** What lies over the middle of the element with the focus, if anything does. */
function coversFocus() {
  const focused = document.activeElement;
  const { top, left, width, height } = focused.getBoundingClientRect();
  const onTop = document.elementFromPoint(left + width / 2, top + height / 2);
  return focused.contains(onTop) ? [] : [`${focused.outerHTML.slice(0, 80)} at ${Math.round(top)} px`];
}

for (const size of [
  { width: 1280, height: 800 },
  { width: 360, height: 640 },
]) {
  browsers(`The keyboard, at ${size.width} px,`, { now: "2026-11-23T09:00", size }, ({ test }) => {
    test("never leads to something that a bar covers", async (page) => {
      await openExample(page);
      const middle = `${ROW}:nth-child(40) ${WHY}`;
      for (const key of ["Tab", "Shift+Tab"]) {
        await page.focus(middle);
        for (let presses = 0; presses < 25; presses += 1) {
          await page.press(key);
          assert.deepEqual(await page.evaluate(coversFocus), [], `${presses + 1} times ${key}`);
        }
      }
    });
  });
}
