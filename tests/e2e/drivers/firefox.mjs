// Firefox, driven by Puppeteer over WebDriver BiDi. Only what both browsers can do shows outside.

import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import puppeteer from "puppeteer-core";
import { Front } from "./front.mjs";
import { drag } from "./mouse.mjs";
import { killFamily } from "./processes.mjs";

const LAUNCH_LIMIT = 45_000;
const INTERVAL = 50;
const STEADY_ROUNDS = 2;

const DARK = 0;
const LIGHT = 1;
const OWN_FOLDER = 2;

function preferences({ dark, downloads }) {
  return {
    // Puppeteer opens this gate; people have it closed.
    "security.fileuri.strict_origin_policy": true,
    "layout.css.prefers-color-scheme.content-override": dark ? DARK : LIGHT,
    "intl.accept_languages": "de-DE, de",
    "intl.locale.requested": "de",
    "browser.download.folderList": OWN_FOLDER,
    "browser.download.dir": downloads,
    "browser.download.useDownloadDir": true,
    "browser.download.always_ask_before_handling_new_types": false,
    "browser.download.alwaysOpenPanel": false,
    "browser.helperApps.neverAsk.saveToDisk":
      "application/json,application/octet-stream,text/csv,text/calendar,text/plain,text/html",
    "network.captive-portal-service.enabled": false,
    "network.connectivity-service.enabled": false,
  };
}

export const firefox = {
  name: "firefox",

  async launch({ profile, size, dark, downloads }) {
    const browser = await puppeteer.launch({
      browser: "firefox",
      executablePath: process.env.KD_FIREFOX ?? "/usr/bin/firefox-esr",
      headless: true,
      userDataDir: profile,
      defaultViewport: size,
      extraPrefsFirefox: preferences({ dark, downloads }),
      env: { ...process.env, TZ: "Europe/Berlin" },
      timeout: LAUNCH_LIMIT,
      protocolTimeout: LAUNCH_LIMIT,
    });
    const front = new Front();
    return {
      newTab: (listeners) => newTab(browser, front, downloads, listeners),
      close: () => close(browser),
      kill: () => kill(browser, profile),
    };
  },
};

async function kill(browser, profile) {
  await killFamily(browser.process().pid);
  await browser.close().catch(() => {});
  // Puppeteer notices by itself and puts the profile's own preferences back; the next start must not come in between.
  const deadline = Date.now() + LAUNCH_LIMIT / 3;
  while ((await readdir(profile)).some((name) => name.endsWith(".puppeteer"))) {
    if (Date.now() > deadline) {
      throw new Error("the profile's preferences were not put back");
    }
    await new Promise((resolve) => setTimeout(resolve, INTERVAL));
  }
}

/** Closes the browser; if it does not go within a while, its own process is ended. */
async function close(browser) {
  const process = browser.process();
  const gone = new Promise((resolve) => {
    if (process === null || process.exitCode !== null || process.signalCode !== null) {
      resolve();
    } else {
      process.once("exit", resolve);
    }
  });
  const patience = setTimeout(() => process?.kill("SIGKILL"), LAUNCH_LIMIT / 3);
  try {
    await browser.close();
    await gone;
  } finally {
    clearTimeout(patience);
  }
}

async function newTab(browser, front, downloads, { size, complain, requested }) {
  const page = await browser.newPage();
  front.set(page);
  await page.setViewport(size);
  page.on("console", (message) => {
    if (message.type() === "error") {
      complain(`[console] ${message.text()}`);
    }
  });
  page.on("pageerror", (error) => complain(`[error] ${error.message}`));
  page.on("request", (request) => requested(request.url()));
  const inFront = (act) => async (...words) => {
    await front.bring(page);
    return act(...words);
  };
  const element = async (selector) => {
    const found = await page.$(selector);
    if (found === null) {
      throw new Error(`${selector} has gone`);
    }
    return found;
  };
  return {
    load: (url) => page.goto(url),
    reload: () => page.reload(),
    close: () => page.close(),
    beforeScripts: (fn, arg) => page.evaluateOnNewDocument(fn, arg),
    evaluate: (fn, arg) => page.evaluate(fn, arg),
    evaluateSource: (source) => page.evaluate(`${source}; 0`),
    click: inFront((selector) => page.locator(selector).click()),
    drag: inFront((from, to) => drag(page.mouse, from, to, () => page.evaluate(letGo, to))),
    fill: inFront(async (selector, text) => {
      await page.locator(selector).fill(text);
      if (text === "") {
        // The driver empties a field without a word to the page.
        await page.$eval(selector, (field) => field.dispatchEvent(new Event("input", { bubbles: true })));
      }
    }),
    select: inFront((selector, value) => page.select(selector, value)),
    upload: async (selector, path) => (await element(selector)).uploadFile(path),
    press: inFront((keys) => press(page.keyboard, keys)),
    type: inFront((text) => page.keyboard.type(text)),
    resize: inFront((viewport) => page.setViewport(viewport)),
    picture: inFront(() => page.screenshot()),
    pdf: async () => Buffer.from(await page.pdf({ format: "a4", landscape: true })),
    download: (action, patience) => download(downloads, action, patience),
  };
}

/** Without a screen, Firefox begins and moves a drag of the driver's mouse but never ends it; these are its last events. */
function letGo({ x, y }) {
  const target = document.elementFromPoint(x, y);
  for (const type of ["drop", "dragend"]) {
    target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: new DataTransfer() }));
  }
}

async function press(keyboard, keys) {
  const names = keys.split("+");
  const last = names.pop();
  for (const name of names) {
    await keyboard.down(name);
  }
  await keyboard.press(last);
  for (const name of names.reverse()) {
    await keyboard.up(name);
  }
}

/** Waits for a file that was not there before and has stopped growing. */
async function download(folder, action, patience) {
  const before = new Set(await readdir(folder));
  await action();
  const deadline = Date.now() + patience;
  let size = -1;
  let steady = 0;
  while (Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, INTERVAL));
    const names = (await readdir(folder)).filter((name) => !before.has(name));
    const [name] = names;
    if (name === undefined || names.some((candidate) => candidate.endsWith(".part"))) {
      continue;
    }
    const bytes = await readFile(join(folder, name));
    steady = bytes.length === size ? steady + 1 : 0;
    size = bytes.length;
    if (steady >= STEADY_ROUNDS) {
      return { name, bytes };
    }
  }
  throw new Error("no file was saved");
}
