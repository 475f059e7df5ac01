// Chromium, driven by Playwright. Only what both browsers can do shows outside.

import { readFile } from "node:fs/promises";
import { chromium as playwright } from "playwright-core";

const LAUNCH_LIMIT = 45_000;

const QUIET = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-gpu",
  "--disable-sync",
  "--no-first-run",
];

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
    return {
      newTab: (listeners) => newTab(context, listeners),
      close: () => context.close(),
    };
  },
};

async function newTab(context, { complain, requested }) {
  const page = await context.newPage();
  page.on("console", (message) => {
    if (message.type() === "error") {
      complain(`[console] ${message.text()}`);
    }
  });
  page.on("pageerror", (error) => complain(`[error] ${error.message}`));
  page.on("crash", () => complain("[crash]"));
  page.on("request", (request) => requested(request.url()));
  const first = (selector) => page.locator(selector).first();
  return {
    load: (url) => page.goto(url),
    reload: () => page.reload(),
    close: () => page.close(),
    beforeScripts: (fn, arg) => page.addInitScript(fn, arg),
    evaluate: (fn, arg) => page.evaluate(fn, arg),
    evaluateSource: (source) => page.evaluate(`${source}; 0`),
    click: (selector) => first(selector).click(),
    fill: (selector, text) => first(selector).fill(text),
    select: (selector, value) => first(selector).selectOption(value),
    upload: (selector, path) => first(selector).setInputFiles(path),
    press: (keys) => page.keyboard.press(keys),
    type: (text) => page.keyboard.type(text),
    resize: (size) => page.setViewportSize(size),
    picture: () => page.screenshot(),
    async download(action, patience) {
      const [download] = await Promise.all([page.waitForEvent("download", { timeout: patience }), action()]);
      return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
    },
  };
}
