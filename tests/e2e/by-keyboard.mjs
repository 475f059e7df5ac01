// Steps by the keyboard alone. Nothing here puts the focus anywhere: Tab does, and the quick search.

import { READY } from "./page.mjs";

const MANY = 400;
const HIT = '[data-kd="search-hit"]';

/** Give as `before`: counts what a mouse or a finger does, for `assertNoPointer`. */
export function countPointers() {
  window.kdPointers = 0;
  window.kdPrinted = 0;
  for (const type of ["pointerdown", "mousedown", "touchstart"]) {
    window.addEventListener(type, () => (window.kdPointers += 1), { capture: true });
  }
  window.print = () => (window.kdPrinted += 1);
}

/** Presses Tab until something that `css` names has the focus, within an element that holds `text`, if one is given. */
export async function tabTo(page, css, { inside, text } = {}) {
  // How far it seems, so that not every press has to be followed by a look. The browser may know better.
  const distance = ([selector, around, words]) => {
    const focused = document.activeElement;
    const isWanted = (element) =>
      element?.matches(selector) && (around === undefined || element.closest(around)?.textContent.includes(words));
    if (isWanted(focused)) {
      return 0;
    }
    const reach = "a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, summary, [tabindex]";
    const scope = focused?.closest("dialog") ?? document.body;
    const ahead = [...scope.querySelectorAll(reach)].filter(
      (element) =>
        element.tabIndex >= 0 &&
        element.checkVisibility({ visibilityProperty: true }) &&
        (focused === document.body || focused.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING),
    );
    return Math.max(1, ahead.findIndex(isWanted) - 1);
  };
  await page.waitFor(css);
  for (let presses = 0; presses < MANY; ) {
    const left = await page.evaluate(distance, [css, inside, text]);
    if (left === 0) {
      return;
    }
    presses += left;
    for (let press = 0; press < left; press += 1) {
      await page.press("Tab");
    }
  }
  throw new Error(`${css} is not reached by ${MANY} times Tab`);
}

/** Goes there and presses a key. */
export async function tabAndPress(page, css, key = "Enter", where) {
  await tabTo(page, css, where);
  await page.press(key);
}

/** Chooses in a list with the arrow keys. */
export async function choose(page, css, value) {
  await tabTo(page, css);
  await page.press("Home");
  for (let presses = 0; presses < MANY; presses += 1) {
    if ((await page.value(css)) === value) {
      return;
    }
    await page.press("ArrowDown");
  }
  throw new Error(`${css} offers no ${value}`);
}

/** Types over what stands in a field. */
export async function typeInto(page, css, text) {
  await tabTo(page, css);
  await page.press("Control+a");
  await page.type(text);
}

/** Opens what the quick search finds first, and waits for a sign of it. */
export async function search(page, text, sign) {
  await page.press("/");
  await page.waitFor("#kd-quick:focus");
  await page.type(text);
  await page.waitFor(HIT);
  await page.press("Enter");
  await page.waitGone(HIT);
  await page.waitFor(READY);
  await page.waitFor(sign);
}
