// Every screen in every state: no violation of the accessibility rules, light and dark, wide and narrow, and on a
// narrow screen nothing to scroll sideways.

import assert from "node:assert/strict";
import { browsers } from "./harness.mjs";
import { CHAIN, CHIP, ERROR, ROW, SEARCH, TODAY, WHY, askWhy, assertRows, go, openExample } from "./due-list.mjs";
import { ACCEPT, LINE, UNDO, bring, list, takeOver } from "./intake.mjs";

const NOW = "2026-11-23T09:00";
const DIALOG = `:is(dialog, [role="dialog"]):has(${CHAIN})`;

const FAULTS = JSON.stringify({ format: "kontaktdichte-caseload", version: 1, cases: [{ brith_date: 1 }], contacts: [{}] });

/** A screen's name and the way to it. */
const SCREENS = [
  ["Willkommen", (page) => page.open("#/willkommen")],
  ["an unknown address", (page) => page.open("#/gibt-es-nicht")],
  ["Fällig without a caseload", (page) => page.open("#/faellig")],
  ["Fällig with the example", openExample],
  [
    "Fällig with a state chosen",
    async (page) => {
      await openExample(page);
      await page.click(`${CHIP}[data-state="open"]`);
      await page.waitFor(`${CHIP}[data-state="open"][aria-pressed="true"]`);
    },
  ],
  [
    "Fällig with nothing found",
    async (page) => {
      await openExample(page);
      await page.fill(SEARCH, "gibt es nicht 0815");
      await assertRows(page, []);
    },
  ],
  [
    "Fällig with a day that is refused",
    async (page) => {
      await openExample(page);
      // Few rows are enough here.
      await page.click(`${CHIP}[data-state="exempt"]`);
      await page.fill(TODAY, "2025-11-26");
      await page.waitFor(ERROR);
    },
  ],
  [
    "Warum? of a customer with contacts that do not count",
    async (page) => {
      await openExample(page);
      await page.click(`${CHIP}[data-state="open"]`);
      await askWhy(page, ROW);
    },
  ],
  ["Daten without a caseload", (page) => page.open("#/daten")],
  [
    "a dry run with faults",
    async (page) => {
      await page.open("#/daten");
      await bring(page, list("faults-windows-1252.csv"));
    },
  ],
  [
    "a list whose columns are not known",
    async (page) => {
      await page.open("#/daten");
      await bring(page, list("unknown-heading.csv"), ERROR);
    },
  ],
  [
    "a dry run that brings nothing new, after an import",
    async (page) => {
      await page.open("#/daten");
      await takeOver(page, list("clean-utf8-bom.csv"));
      await bring(page, list("clean-utf8-bom.csv"), `${LINE}[data-verdict="unchanged"]`);
      assert.equal(await page.count(UNDO), 1);
      assert.equal(await page.count(ACCEPT), 0);
    },
  ],
  [
    "a file with faults",
    async (page) => {
      await page.open("#/daten");
      await bring(page, { name: "bestand.kkd.json", content: FAULTS }, ERROR);
    },
  ],
  [
    "Fällig with imported customers",
    async (page) => {
      await page.open("#/daten");
      await takeOver(page, list("faults-windows-1252.csv"));
      await go(page, "#/faellig", ROW);
    },
  ],
];

/** What sticks out to the right of the window and makes the page wider. */
function sticksOut() {
  const page = document.scrollingElement;
  if (page.scrollWidth <= page.clientWidth) {
    return [];
  }
  const wide = [...document.body.querySelectorAll("*")].filter(
    (element) => element.getBoundingClientRect().right > page.clientWidth + 0.5,
  );
  return [`${page.scrollWidth} > ${page.clientWidth}`, ...wide.slice(0, 5).map((element) => element.outerHTML.slice(0, 120))];
}

/** What lies over the middle of the element with the focus, if anything does. */
function coversFocus() {
  const focused = document.activeElement;
  const { top, left, width, height } = focused.getBoundingClientRect();
  const onTop = document.elementFromPoint(left + width / 2, top + height / 2);
  return focused.contains(onTop) ? [] : [`${focused.outerHTML.slice(0, 80)} at ${Math.round(top)} px`];
}

/** Whether light text stands on a dark ground; the colours come in any notation, so a canvas reads them. */
function looksDark() {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const brightness = (colour) => {
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
    return red + green + blue;
  };
  const { color, backgroundColor } = getComputedStyle(document.body);
  return brightness(color) > brightness(backgroundColor);
}

for (const size of [
  { width: 1280, height: 800 },
  { width: 360, height: 640 },
]) {
  browsers(`The keyboard, at ${size.width} px,`, { now: NOW, size }, ({ test }) => {
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

  for (const dark of [false, true]) {
    browsers(`Everybody can use, at ${size.width} px ${dark ? "dark" : "light"},`, { now: NOW, size, dark }, ({ test }) => {
      for (const [name, show] of SCREENS) {
        test(name, async (page) => {
          await show(page);
          assert.equal(await page.evaluate(looksDark), dark);
          assert.deepEqual(await page.axe(), []);
          assert.deepEqual(await page.evaluate(sticksOut), []);
          if ((await page.count(DIALOG)) > 0) {
            const [content, room] = await page.evaluate((css) => {
              const { scrollWidth, clientWidth } = document.querySelector(css);
              return [scrollWidth, clientWidth];
            }, DIALOG);
            assert.ok(content <= room, `the dialog scrolls sideways: ${content} > ${room}`);
          }
        });
      }
    });
  }
}
