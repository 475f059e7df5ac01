// Every screen in every state: no violation of the accessibility rules, light and dark, wide and narrow, and on a
// narrow screen nothing to scroll sideways.

import assert from "node:assert/strict";
import { browsers } from "./harness.mjs";
import { ownCaseload } from "./own-walk.mjs";
import { DIALOG, WALKS } from "./walks.mjs";

const NOW = "2026-11-23T09:00";

/** What sticks out to the right of the window, or of the dialog, and makes it wider. */
function sticksOut(dialog) {
  const page = document.scrollingElement;
  const found = [];
  if (page.scrollWidth > page.clientWidth) {
    const wide = [...document.body.querySelectorAll("*")].filter(
      (element) => element.getBoundingClientRect().right > page.clientWidth + 0.5,
    );
    found.push(`the page scrolls sideways: ${page.scrollWidth} > ${page.clientWidth}`);
    found.push(...wide.slice(0, 5).map((element) => element.outerHTML.slice(0, 120)));
  }
  for (const { scrollWidth, clientWidth } of document.querySelectorAll(dialog)) {
    if (scrollWidth > clientWidth) {
      found.push(`the dialog scrolls sideways: ${scrollWidth} > ${clientWidth}`);
    }
  }
  return found;
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

/** Turns the page to the other appearance, as its own switch does, or back to the system's. */
function turn(appearance) {
  if (appearance === null) {
    document.documentElement.removeAttribute("data-kern-theme");
  } else {
    document.documentElement.setAttribute("data-kern-theme", appearance);
  }
}

/** What is wrong with what a tab shows; the system's appearance is `dark` or it is not. */
async function faults(page, { dark, axe }) {
  const found = await page.evaluate(sticksOut, DIALOG);
  const isRight = (await page.evaluate(looksDark)) === dark;
  const other = [turn, dark ? "light" : "dark"];
  found.push(...(await (axe ? page.axe({}, other) : page.evaluate(...other).then(() => []))));
  const turns = (await page.evaluate(looksDark)) !== dark;
  await page.evaluate(turn, null);
  if (!isRight || !turns) {
    found.push("the appearance is not the chosen one");
  }
  return found;
}

// Wide and narrow, once in the system's light and once in its dark appearance. Colours are looked at in the other one as
// well; nothing else depends on them. The checker says the same in both browsers, so in the slower one it looks only once.
for (const [size, dark] of [
  [{ width: 1280, height: 800 }, false],
  [{ width: 360, height: 640 }, true],
]) {
  const title = `Everybody can use, at ${size.width} px ${dark ? "dark" : "light"},`;
  browsers(title, { now: NOW, size, dark }, ({ test, session, browser }) => {
    const how = { dark, axe: browser === "chromium" || !dark };
    for (const [name, walk] of [...WALKS, ["an own caseload from its first day to its worst", ownCaseload]]) {
      test(name, async (page) => {
        const seen = {};
        await walk(page, async (screen, tab = page) => (seen[screen] = await faults(tab, how)), session);
        assert.deepEqual(Object.entries(seen).filter(([, found]) => found.length > 0), []);
        assert.ok(Object.keys(seen).length > 0);
      });
    }
  });
}
