// Chromium, driven by Playwright. Only what both browsers can do shows outside.

import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { chromium as playwright } from "playwright-core";
import { Front } from "./front.mjs";
import { drag } from "./mouse.mjs";
import { childWith, killFamily } from "./processes.mjs";

const LAUNCH_LIMIT = 45_000;

const QUIET = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-gpu",
  "--disable-sync",
  "--no-first-run",
];

/** A browser that was ended hard leaves these behind, and the next one would look for the owner. */
const LOCKS = ["SingletonLock", "SingletonSocket", "SingletonCookie"];

export const chromium = {
  name: "chromium",

  async launch({ profile, size, dark }) {
    const isRoot = process.getuid?.() === 0;
    const context = await playwright.launchPersistentContext(profile, {
      executablePath: process.env.KD_CHROMIUM ?? "/usr/bin/chromium",
      args: isRoot ? ["--no-sandbox", ...QUIET] : QUIET,
      acceptDownloads: true,
      colorScheme: dark ? "dark" : "light",
      viewport: size,
      timezoneId: "Europe/Berlin",
      locale: "de-DE",
      timeout: LAUNCH_LIMIT,
    });
    const front = new Front();
    return {
      newTab: (listeners) => newTab(context, front, listeners),
      close: () => context.close(),
      kill: () => kill(context, profile),
    };
  },
};

async function kill(context, profile) {
  await killFamily(await childWith(`--user-data-dir=${profile}`));
  // Playwright notices by itself; this waits until it has.
  await context.close().catch(() => {});
  await Promise.all(LOCKS.map((name) => rm(join(profile, name), { force: true })));
}

async function newTab(context, front, { complain, requested }) {
  const page = await context.newPage();
  front.set(page);
  page.on("console", (message) => {
    if (message.type() === "error") {
      complain(`[console] ${message.text()}`);
    }
  });
  page.on("pageerror", (error) => complain(`[error] ${error.message}`));
  page.on("crash", () => complain("[crash]"));
  page.on("request", (request) => requested(request.url()));
  const inFront = (act) => async (...words) => {
    await front.bring(page);
    return act(...words);
  };
  const first = (selector) => page.locator(selector).first();
  return {
    load: (url) => page.goto(url),
    reload: () => page.reload(),
    close: () => page.close(),
    beforeScripts: (fn, arg) => page.addInitScript(fn, arg),
    evaluate: (fn, arg) => page.evaluate(fn, arg),
    evaluateSource: (source) => page.evaluate(`${source}; 0`),
    click: inFront((selector) => first(selector).click()),
    drag: inFront((from, to) => drag(page.mouse, from, to)),
    fill: inFront((selector, text) => first(selector).fill(text)),
    select: inFront((selector, value) => first(selector).selectOption(value)),
    upload: (selector, path) => first(selector).setInputFiles(path),
    press: inFront((keys) => page.keyboard.press(keys)),
    type: inFront((text) => page.keyboard.type(text)),
    resize: (size) => page.setViewportSize(size),
    picture: inFront(() => page.screenshot()),
    pdf: async () => Buffer.from(await page.pdf({ preferCSSPageSize: true })),
    async download(action, patience) {
      const [download] = await Promise.all([page.waitForEvent("download", { timeout: patience }), action()]);
      return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
    },
  };
}
