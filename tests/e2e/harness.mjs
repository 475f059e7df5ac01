// The end-to-end harness: one small way to write a test that runs in Chromium and in Firefox.
//
// Run with `cargo xtask e2e` (all) or `cargo xtask e2e due` (due.test.mjs). KD_BROWSERS=firefox chooses a browser.
//
//   import assert from "node:assert/strict";
//   import { browsers } from "./harness.mjs";
//
//   browsers("Due list", { now: "2026-11-23T09:00" }, ({ test, session }) => {
//     test("shows the example", async (page) => {
//       await page.open("#/faellig");
//       await page.click("[data-kd=door-example]");
//       assert.equal(await page.text("h1"), "Fällig");
//     });
//   });
//
// browsers(title, options?, body) makes one suite per browser. Options, all optional:
//   now      the page's clock, local time in Berlin ("2026-11-23T09:00"); it runs on from there
//   dark     true: the system wishes a dark appearance
//   size     { width, height } of the window, 1280 × 800 unless said otherwise
//   url      what `open` opens: the one file unless said otherwise, `HOSTED` for the hosted variant
//   before   a function, or a list of them, that runs in the page before any of its scripts; those of faults.mjs
//            make storage fail, that of save-picker.mjs answers the "save as" window
//
// `test(name, body, limit?)` runs `body(page)` in a new tab and closes it. All tests of a suite share one fresh temporary
// profile, in order: what one test stores, the next one finds. The session is the browser behind it:
//   tab(options)               another tab of the same browser, closed and judged at the end like the first
//   restart()                  closes the browser and opens it again with the same profile; returns the new page
//   renew()                    the same with an empty profile
//   close() · kill()           ends the browser as a person does, or hard in the middle of things; restart() goes on
//   colleague()                another session beside this one, as on a second computer; ends with this one
//   searchProfile(texts)       every place on disk where a text stands in the clear, see disk.mjs; close() first
//   profileFolder              where the browser writes
// After restart, renew, close and kill the old pages are gone.
//
// A test fails by itself on every console error, uncaught error, violation of the content-security policy, and request
// to anywhere but the opened file or its own server, in any of its tabs. `page.allow(/pattern/)` says that such a
// complaint is expected, and then it must come. A failed test leaves a picture of each tab in target/e2e/.
//
// The page. Selectors are CSS; every call that names one waits until it is there (10 s), then acts on the first.
//   open(hash = "")            load the page, wait for html[data-kd-ready="true"]
//   load(hash = "")            load the page without waiting
//   goto(hash)                 change the route of the loaded page
//   reload() · back()
//   click(sel) · fill(sel, text) · select(sel, value) · check(sel, on = true) · focus(sel)
//   drag(sel, target)          with the mouse, both in sight
//   upload(sel, file)          file: a path, or { name, content } with text or bytes
//   press(keys)                "Enter", "Control+k", "Shift+Tab" · type(text): into the focused element
//   text(sel) · texts(sel)     text with white space folded; of the first, of all (an empty list if none)
//   value(sel) · attribute(sel, name) · attributes(sel, name) · count(sel) · visible(sel) · focused()
//   waitFor(sel) · waitGone(sel) · waitText(sel, text or /pattern/) · until(what, fn, arg)
//   evaluate(fn, arg)          run a function in the page · before(fn, arg): before its scripts, from the next load on
//   idb(database)              what is stored: stores() · keys(store) · read(store, key) · put(store, key, value) ·
//                              alter(store, key, at, change) · remove(store, key), see stored.mjs
//   download(action)           { name, text, bytes } of the file that the page saves during `action`
//   travel(now)                set the page's clock while it is open
//   pdf()                      what the browser prints, as bytes
//   resize(width, height) · screenshot(name): target/e2e/name.png, returns the path
//   axe(options, again)        violations of the accessibility rules, as short texts; [] is good. `again`, as in
//                              [fn, arg], changes the page, and the colours are looked at once more
//   url()                      the address, with its hash

import { after, before, describe, it } from "node:test";
import { chromium } from "./drivers/chromium.mjs";
import { firefox } from "./drivers/firefox.mjs";
import { Session } from "./session.mjs";

/** The hosted variant's address, served by `cargo xtask e2e`. */
export const HOSTED = process.env.KD_HOSTED;

const TEST_LIMIT = 90_000;
const START_LIMIT = 60_000;

const DRIVERS = [chromium, firefox];

function chosen() {
  const wish = process.env.KD_BROWSERS;
  if (!wish) {
    return DRIVERS;
  }
  const names = wish.split(",");
  const unknown = names.filter((name) => !DRIVERS.some((driver) => driver.name === name));
  if (unknown.length > 0) {
    throw new Error(`KD_BROWSERS: unknown browser ${unknown.join(", ")}`);
  }
  return DRIVERS.filter((driver) => names.includes(driver.name));
}

/** Registers one suite per browser; see the top of this file. */
export function browsers(title, ...rest) {
  const body = rest.pop();
  const options = rest.pop() ?? {};
  for (const driver of chosen()) {
    describe(`${title} (${driver.name})`, () => {
      const session = new Session(driver, options);
      before(() => session.start(), { timeout: START_LIMIT });
      after(() => session.stop(), { timeout: START_LIMIT });
      const test = (name, run, timeout = TEST_LIMIT) =>
        it(name, { timeout }, () => session.run(`${title} ${name} ${driver.name}`, run));
      body({ test, session, browser: driver.name });
    });
  }
}
