// One tab, with the same calls in both browsers. The API is described at the top of harness.mjs.

import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { violations } from "./axe.mjs";
import { moveClock, reportViolations } from "./in-page.mjs";
import { Stored } from "./stored.mjs";

const PATIENCE = 10_000;
const INTERVAL = 25;
const PICTURES = new URL("../../target/e2e/", import.meta.url);
/** The page stands, and its heading has the focus. */
export const READY = 'html[data-kd-ready="true"]';

const pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

/** Brings something to the middle of the window if it is out of sight or a bar lies over it. */
function uncover(css) {
  const element = document.querySelector(css);
  const { left, top, width, height } = element.getBoundingClientRect();
  if (!element.contains(document.elementFromPoint(left + width / 2, top + height / 2))) {
    element.scrollIntoView({ block: "center", behavior: "instant" });
  }
}

/** Where the middle of each first element is, in the window. */
function middles(selectors) {
  return selectors.map((css) => {
    const { left, top, width, height } = document.querySelector(css).getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  });
}

export class Page {
  #tab;
  #address;
  #uploads;
  #complaints = [];
  #allowed = [];

  static async open(browser, options) {
    const page = new Page();
    page.#address = options.url ?? pathToFileURL(process.env.KD_FILE).href;
    page.#uploads = options.uploads;
    page.#tab = await browser.newTab({
      size: options.size,
      complain: (text) => page.#complaints.push(text),
      requested: (url) => page.#judge(url),
    });
    await page.#tab.beforeScripts(reportViolations);
    if (options.now) {
      await page.#tab.beforeScripts(moveClock, options.now);
    }
    for (const fn of [options.before ?? []].flat()) {
      await page.before(fn);
    }
    return page;
  }

  async before(fn, arg) {
    await this.#tab.beforeScripts(fn, arg);
  }

  #judge(url) {
    const own = this.#address.startsWith("file:")
      ? url.split("#")[0] === this.#address
      : url.startsWith(new URL("/", this.#address).href);
    if (!own && !/^(data|blob|about):/.test(url)) {
      this.#complaints.push(`[request] ${url}`);
    }
  }

  /** Complaints so far that nobody allowed. */
  complaints() {
    return this.#complaints.filter((text) => !this.#allowed.some((pattern) => pattern.test(text)));
  }

  /** Fails on every complaint that was not allowed, and on every allowed one that never came. */
  assertQuiet() {
    assert.deepEqual(this.complaints(), [], "the page complained");
    assert.deepEqual(this.#idle(), [], "expected complaints that never came");
  }

  /** The allowed complaints that have not come yet. */
  #idle() {
    return this.#allowed.filter((pattern) => !this.#complaints.some((text) => pattern.test(text)));
  }

  allow(pattern) {
    this.#allowed.push(pattern);
  }

  async close() {
    // What the page says in its last moment is still on its way, on a busy machine for longer.
    await pause(INTERVAL);
    const deadline = Date.now() + PATIENCE;
    while (this.#idle().length > 0 && Date.now() < deadline) {
      await pause(INTERVAL);
    }
    await this.#tab.close();
  }

  // Moving around.

  async load(hash = "") {
    await this.#tab.load(this.#address + hash);
  }

  async open(hash = "") {
    await this.load(hash);
    await this.waitFor(READY);
  }

  async goto(hash) {
    await this.evaluate((target) => {
      location.hash = target;
    }, hash);
  }

  async reload() {
    await this.#tab.reload();
    await this.waitFor(READY);
  }

  async back() {
    await this.evaluate(() => history.back());
  }

  url() {
    return this.evaluate(() => location.href);
  }

  // Acting.

  async click(selector) {
    await this.waitFor(selector);
    await this.evaluate(uncover, selector);
    await this.#tab.click(selector);
  }

  async drag(selector, target) {
    for (const css of [selector, target]) {
      await this.waitFor(css);
    }
    await this.evaluate(uncover, selector);
    const [from, to] = await this.evaluate(middles, [selector, target]);
    await this.#tab.drag(from, to);
  }

  async fill(selector, text) {
    await this.waitFor(selector);
    await this.#tab.fill(selector, text);
  }

  async select(selector, value) {
    await this.waitFor(selector);
    await this.#tab.select(selector, value);
  }

  async check(selector, on = true) {
    await this.waitFor(selector);
    if ((await this.evaluate((css) => document.querySelector(css).checked, selector)) !== on) {
      await this.click(selector);
    }
  }

  async focus(selector) {
    await this.waitFor(selector);
    await this.evaluate((css) => document.querySelector(css).focus(), selector);
  }

  async upload(selector, file) {
    await this.waitFor(selector);
    let path = file;
    if (typeof file !== "string") {
      path = join(this.#uploads, file.name);
      await writeFile(path, file.content);
    }
    await this.#tab.upload(selector, path);
  }

  async press(keys) {
    await this.#tab.press(keys);
  }

  async type(text) {
    await this.#tab.type(text);
  }

  async resize(width, height) {
    await this.#tab.resize({ width, height });
  }

  async travel(now) {
    await this.evaluate((text) => window.kdTravel(text), now);
  }

  async download(action) {
    const { name, bytes } = await this.#tab.download(action, PATIENCE);
    return { name, bytes, text: bytes.toString("utf8") };
  }

  // Looking.

  evaluate(fn, arg) {
    return this.#tab.evaluate(fn, arg);
  }

  idb(database) {
    return new Stored(this, database);
  }

  async text(selector) {
    await this.waitFor(selector);
    const [first] = await this.texts(selector);
    return first;
  }

  texts(selector) {
    return this.evaluate(
      (css) => [...document.querySelectorAll(css)].map((element) => element.textContent.replace(/\s+/g, " ").trim()),
      selector,
    );
  }

  async value(selector) {
    await this.waitFor(selector);
    return this.evaluate((css) => document.querySelector(css).value, selector);
  }

  async attribute(selector, name) {
    await this.waitFor(selector);
    const [first] = await this.attributes(selector, name);
    return first;
  }

  attributes(selector, name) {
    return this.evaluate(
      ([css, key]) => [...document.querySelectorAll(css)].map((element) => element.getAttribute(key)),
      [selector, name],
    );
  }

  count(selector) {
    return this.evaluate((css) => document.querySelectorAll(css).length, selector);
  }

  visible(selector) {
    return this.evaluate((css) => {
      const element = document.querySelector(css);
      return element !== null && element.checkVisibility({ visibilityProperty: true });
    }, selector);
  }

  focused() {
    return this.evaluate(() => {
      const element = document.activeElement;
      return element?.id ? `#${element.id}` : (element?.getAttribute("data-kd") ?? element?.localName ?? null);
    });
  }

  async until(what, fn, arg) {
    const deadline = Date.now() + PATIENCE;
    for (;;) {
      const result = await this.evaluate(fn, arg);
      if (result) {
        return result;
      }
      if (Date.now() > deadline) {
        throw new Error(`waited ${PATIENCE / 1000} s in vain for ${what}`);
      }
      await pause(INTERVAL);
    }
  }

  async waitFor(selector) {
    await this.until(selector, (css) => document.querySelector(css) !== null, selector);
  }

  async waitGone(selector) {
    await this.until(`the end of ${selector}`, (css) => document.querySelector(css) === null, selector);
  }

  async waitText(selector, text) {
    const wanted = text instanceof RegExp ? { source: text.source, flags: text.flags } : { text };
    await this.until(
      `${text} in ${selector}`,
      ([css, { source, flags, text: exact }]) =>
        [...document.querySelectorAll(css)].some((element) => {
          const found = element.textContent.replace(/\s+/g, " ").trim();
          return source === undefined ? found === exact : new RegExp(source, flags).test(found);
        }),
      [selector, wanted],
    );
  }

  /** The page as the browser prints it, as bytes. */
  pdf() {
    return this.#tab.pdf();
  }

  async screenshot(name) {
    await mkdir(PICTURES, { recursive: true });
    const file = `${name.replace(/[^\p{L}\p{N}]+/gu, "-")}.png`;
    const path = new URL(encodeURIComponent(file), PICTURES);
    await writeFile(path, await this.#tab.picture());
    return decodeURIComponent(path.pathname);
  }

  axe(options = {}, again) {
    return violations(this.#tab, options, again);
  }
}
