// Planning 13 weeks for the 320 customers of the example, in both browsers.
//
//   plan        the longest stretch in which the program asks nothing of the browser, and that is planning
//   shown       from the press on "Plan vorschlagen" until everything on the page follows
//
// Both times are taken inside the page. For the first, every call into the program and out of it is noted; planning
// calls nothing outside, while everything around it does.

import { chromium } from "./drivers/chromium.mjs";
import { firefox } from "./drivers/firefox.mjs";
import { openWeek } from "./board.mjs";
import { openExample } from "./own.mjs";
import { Session } from "./session.mjs";

const RUNS = Math.max(15, Number(process.env.KD_RUNS ?? 15));
const DRIVERS = [chromium, firefox].filter(({ name }) => (process.env.KD_BROWSERS ?? name).split(",").includes(name));

/** Runs in the page before its scripts: `window.kdGap` is the longest stretch inside the program without a call to outside. */
function watchCalls() {
  let last = 0;
  window.kdGap = 0;
  const resume = () => {
    last = performance.now();
  };
  const pause = () => {
    window.kdGap = Math.max(window.kdGap, performance.now() - last);
  };
  const between = (before, inner, after) =>
    function call(...words) {
      before();
      try {
        return inner.apply(this, words);
      } finally {
        after();
      }
    };
  const wrapped = (functions, before, after) =>
    Object.fromEntries(
      Object.entries(functions).map(([name, inner]) => [
        name,
        typeof inner === "function" ? between(before, inner, after) : inner,
      ]),
    );
  const { instantiate } = WebAssembly;
  WebAssembly.instantiateStreaming = undefined;
  WebAssembly.instantiate = async (source, imports) => {
    const lent = Object.entries(imports).map(([group, functions]) => [group, wrapped(functions, pause, resume)]);
    const { module, instance } = await instantiate(source, Object.fromEntries(lent));
    return { module, instance: { exports: wrapped(instance.exports, resume, pause) } };
  };
}

/** Runs in the page: plans once; [plan, shown] in ms. */
async function plan([suggest, discard, sign]) {
  const press = async (css, isDone) => {
    window.kdGap = 0;
    const begun = performance.now();
    document.querySelector(css).click();
    while (!isDone()) {
      await new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        port2.postMessage(null);
      });
    }
    return [window.kdGap, performance.now() - begun];
  };
  const times = await press(suggest, () => document.querySelector(sign));
  await press(discard, () => !document.querySelector(sign));
  // Like a person, who gives the browser time to tidy up between two presses.
  await new Promise((resolve) => setTimeout(resolve, 200));
  return times;
}

function figures(values) {
  const sorted = [...values].sort((one, other) => one - other);
  return [sorted[Math.floor(sorted.length / 2)], sorted[0], sorted.at(-1)];
}

console.log(`\n${`Planning 320 × 13, ${RUNS} runs each, in ms`.padEnd(46)}  median     min     max`);
for (const driver of DRIVERS) {
  const session = new Session(driver, { now: "2026-11-23T09:00", before: watchCalls });
  await session.start();
  try {
    const page = await session.tab();
    await openExample(page);
    await openWeek(page);
    const times = [];
    for (let run = 0; run < RUNS; run += 1) {
      times.push(await page.evaluate(plan, ['[data-kd="plan-suggest"]', '[data-kd="plan-discard"]', '[data-kd="plan"]']));
    }
    for (const [place, what] of ["plan", "shown"].entries()) {
      const columns = figures(times.map((pair) => pair[place])).map((value) => value.toFixed(1).padStart(8));
      console.log(`${driver.name.padEnd(20)}${what.padEnd(26)}${columns.join("")}`);
    }
  } finally {
    await session.stop();
  }
}
console.log("bar: plan within 12");
