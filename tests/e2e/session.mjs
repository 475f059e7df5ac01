// One browser with one temporary profile, from start to stop.

import { mkdtemp, mkdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Page } from "./page.mjs";

const SIZE = { width: 1280, height: 800 };

export class Session {
  #driver;
  #options;
  #folder;
  #browser;
  #page;

  constructor(driver, options) {
    this.#driver = driver;
    this.#options = { size: SIZE, ...options };
  }

  /** Starts the browser with an empty profile. */
  async start() {
    this.#folder = await mkdtemp(join(tmpdir(), "kontaktdichte-e2e-"));
    await this.#launch();
  }

  /** Ends the browser and removes everything it wrote. */
  async stop() {
    try {
      await this.#browser?.close();
    } finally {
      this.#browser = undefined;
      if (this.#folder) {
        // Firefox may still be writing its last lines.
        await rm(this.#folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
      }
    }
  }

  /** Closes the browser and opens it again with the same profile. Returns the new page. */
  async restart() {
    await this.#finish();
    await this.#browser.close();
    await this.#launch();
    return this.#open();
  }

  /** Closes the browser and opens it again with an empty profile. Returns the new page. */
  async renew() {
    await this.#finish();
    await this.stop();
    await this.start();
    return this.#open();
  }

  /** Runs one test in a tab of its own. */
  async run(name, test) {
    const page = await this.#open();
    try {
      await test(page);
    } catch (error) {
      const current = this.#page;
      await current?.screenshot(`failed ${name}`).catch(() => {});
      const seen = current?.complaints() ?? [];
      if (seen.length > 0) {
        error.message += `\nThe page complained:\n  ${seen.join("\n  ")}`;
      }
      await current?.close().catch(() => {});
      this.#page = undefined;
      throw error;
    }
    await this.#finish();
  }

  async #launch() {
    const profile = join(this.#folder, "profile");
    const downloads = join(this.#folder, "downloads");
    const uploads = join(this.#folder, "uploads");
    for (const folder of [profile, downloads, uploads]) {
      await mkdir(folder, { recursive: true });
    }
    this.#browser = await this.#driver.launch({ ...this.#options, profile, downloads });
  }

  async #open() {
    const options = { ...this.#options, uploads: join(this.#folder, "uploads") };
    this.#page = await Page.open(this.#browser, options);
    return this.#page;
  }

  /** Closes the tab; what it complained about in between counts. */
  async #finish() {
    const page = this.#page;
    this.#page = undefined;
    if (page) {
      await page.close();
      page.assertQuiet();
    }
  }
}
