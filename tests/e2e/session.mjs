// One browser with one profile, from start to stop, and the tabs that are open in it.

import { mkdtemp, mkdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { searchFolder } from "./disk.mjs";
import { Page } from "./page.mjs";

const SIZE = { width: 1280, height: 800 };

export class Session {
  #driver;
  #options;
  #folder;
  #browser;
  #pages = [];
  #colleagues = [];

  /** `options.folder`: a place for the profile that outlives the session; otherwise it is temporary. */
  constructor(driver, options) {
    this.#driver = driver;
    this.#options = { size: SIZE, ...options };
  }

  /** Starts the browser, with an empty profile unless a folder was given. */
  async start() {
    this.#folder = this.#options.folder ?? (await mkdtemp(join(tmpdir(), "kontaktdichte-e2e-")));
    await this.#launch();
  }

  /** Another browser with an empty profile, as on a colleague's computer; judged and ended with this one. */
  async colleague() {
    const session = new Session(this.#driver, { ...this.#options, folder: undefined });
    await session.start();
    this.#colleagues.push(session);
    return session;
  }

  /** Ends the browser and removes everything it wrote, unless a folder was given. */
  async stop() {
    const colleagues = this.#colleagues;
    this.#colleagues = [];
    await Promise.all(colleagues.map((session) => session.stop()));
    try {
      await this.#browser?.close();
    } finally {
      this.#browser = undefined;
      this.#pages = [];
      if (this.#folder && !this.#options.folder) {
        // Firefox may still be writing its last lines.
        await rm(this.#folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
      }
    }
  }

  /** Closes the browser, if it is open, and opens it with the same profile. Returns the new page. */
  async restart() {
    await this.close();
    return this.tab();
  }

  /** Closes the browser and opens it again with an empty profile. Returns the new page. */
  async renew() {
    await this.#finish();
    await this.stop();
    await this.start();
    return this.tab();
  }

  /** Closes the browser as a person does. The profile stays. */
  async close() {
    await this.#finish();
    const browser = this.#browser;
    this.#browser = undefined;
    await browser?.close();
  }

  /** Ends the browser without any warning, all its processes at once. The profile stays as it is in this moment. */
  async kill() {
    const browser = this.#browser;
    const pages = this.#pages;
    this.#browser = undefined;
    this.#pages = [];
    await browser.kill();
    for (const page of pages) {
      page.assertQuiet();
    }
  }

  /** Opens another tab in the same browser and profile; `options` as for the suite, for this tab alone. */
  async tab(options = {}) {
    if (!this.#browser) {
      await this.#launch();
    }
    const uploads = join(this.#folder, "uploads");
    const page = await Page.open(this.#browser, { ...this.#options, ...options, uploads });
    this.#pages.push(page);
    return page;
  }

  /** Where the browser writes. Files handed up and down lie elsewhere. */
  get profileFolder() {
    return join(this.#folder, "profile");
  }

  /** Searches everything the browser wrote to its profile; see disk.mjs. Close the browser first: it writes late. */
  searchProfile(texts) {
    return searchFolder(this.profileFolder, texts);
  }

  /** Runs one test in a tab of its own. */
  async run(name, test) {
    const page = await this.tab();
    try {
      await test(page);
    } catch (error) {
      await this.#fail(name, error);
      throw error;
    }
    await this.#finish();
  }

  async #launch() {
    const profile = this.profileFolder;
    const downloads = join(this.#folder, "downloads");
    const uploads = join(this.#folder, "uploads");
    for (const folder of [profile, downloads, uploads]) {
      await mkdir(folder, { recursive: true });
    }
    this.#browser = await this.#driver.launch({ ...this.#options, profile, downloads });
  }

  /** Adds to the error what the tabs have to say, takes their pictures and closes them. */
  async #fail(name, error) {
    const pages = this.#colleagues.reduce((all, session) => all.concat(session.#taken()), this.#taken());
    for (const [number, page] of pages.entries()) {
      await page.screenshot(number === 0 ? `failed ${name}` : `failed ${name} tab ${number + 1}`).catch(() => {});
      const seen = page.complaints();
      if (seen.length > 0) {
        error.message += `\nThe page complained${number === 0 ? "" : ` in tab ${number + 1}`}:\n  ${seen.join("\n  ")}`;
      }
    }
    for (const page of pages) {
      await page.close().catch(() => {});
    }
  }

  /** The open tabs, which are looked after elsewhere from now on. */
  #taken() {
    const pages = this.#pages;
    this.#pages = [];
    return pages;
  }

  /** Closes all tabs; what they complained about in between counts. */
  async #finish() {
    await Promise.all(this.#colleagues.map((session) => session.#finish()));
    const pages = this.#taken();
    for (const page of pages) {
      await page.close();
    }
    for (const page of pages) {
      page.assertQuiet();
    }
  }
}
