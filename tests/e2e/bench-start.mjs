// Cold start: navigation to a usable due list in example mode, against the first paint of a blank page.
//
// Every run has a browser with an empty profile. The page presses its own door to the example as soon as it shows, so
// no driver's delay is in the figure, and the figure ends when the list has been painted.

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "./drivers/chromium.mjs";

const RUNS = Number(process.env.KD_RUNS ?? 7);
const LIMIT = 30_000;
const ROUTE = "#/faellig";

/** Runs in the page: notes when the program is ready, and when the first frame with the due list has been painted. */
function watch() {
  const door = '[data-kd="door-example"]';
  const row = '[data-kd="due-row"]';
  const ready = 'html[data-kd-ready="true"]';
  let pressed = false;
  let listed = false;
  const look = () => {
    if (document.querySelector(ready)) {
      window.kdReadyAt ??= performance.now();
      const example = document.querySelector(door);
      if (example && !pressed) {
        pressed = true;
        example.click();
      }
    }
    if (document.querySelector(row)) {
      if (!listed) {
        listed = true;
        // The second frame begins when the first one has been painted.
        requestAnimationFrame(() => requestAnimationFrame(() => (window.kdListAt = performance.now())));
      }
      // After the door the page may lead elsewhere; the list is asked for by its address.
    } else if (pressed && location.hash !== "#/faellig") {
      location.hash = "#/faellig";
    }
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
}

async function measure(url, read, before) {
  const folder = await mkdtemp(join(tmpdir(), "kontaktdichte-bench-"));
  const browser = await chromium.launch({ profile: join(folder, "profile"), size: { width: 1280, height: 800 } });
  try {
    const tab = await browser.newTab({ complain: (text) => console.error(text), requested: () => {} });
    if (before) {
      await tab.beforeScripts(before);
    }
    await tab.load(url);
    const deadline = Date.now() + LIMIT;
    while (Date.now() < deadline) {
      const value = await tab.evaluate(read);
      if (value) {
        return value;
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`nothing to measure within ${LIMIT / 1000} s at ${url}`);
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

const firstPaint = () => performance.getEntriesByName("first-paint")[0]?.startTime;

const usable = () => {
  if (window.kdListAt) {
    return { ready: window.kdReadyAt, list: window.kdListAt };
  }
  // A page without the list is measured to its readiness alone, and the table says so.
  return window.kdReadyAt && performance.now() > window.kdReadyAt + 3000 ? { ready: window.kdReadyAt } : null;
};

function figures(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return { min: sorted[0], median: sorted[Math.floor(sorted.length / 2)], max: sorted[sorted.length - 1] };
}

const folder = await mkdtemp(join(tmpdir(), "kontaktdichte-blank-"));
try {
  const blank = join(folder, "blank.html");
  await writeFile(blank, '<!doctype html><html lang="de"><meta charset="utf-8"><title>leer</title><p>leer</p></html>');
  const app = pathToFileURL(process.env.KD_FILE).href + ROUTE;
  const paints = [];
  const readies = [];
  const lists = [];
  // Turn by turn, so that a busy minute hits both.
  for (let run = 0; run < RUNS; run += 1) {
    paints.push(await measure(pathToFileURL(blank).href, firstPaint));
    const { ready, list } = await measure(app, usable, watch);
    readies.push(ready);
    if (list !== undefined) {
      lists.push(list);
    }
  }
  const reference = figures(paints);
  const show = (name, { min, median, max }) => {
    const columns = [median, min, max].map((value) => value.toFixed(0).padStart(8)).join("");
    console.log(`${name.padEnd(34)}${columns} ms${(median / reference.median).toFixed(2).padStart(8)}`);
  };
  console.log(`\n${`Cold start, Chromium, ${RUNS} runs each`.padEnd(34)}  median     min     max      ratio`);
  show("blank page, first paint", reference);
  show("the one file, program ready", figures(readies));
  if (lists.length === RUNS) {
    show("the one file, due list usable", figures(lists));
    console.log("bar: due list usable within 3 times the blank page");
  } else {
    console.log(`the due list came in ${lists.length} of ${RUNS} runs, so it has no figure`);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
