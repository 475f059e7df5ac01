// The accessibility checker, run inside a page.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fillUp, thinOut } from "./thinned.mjs";

/**
 * What hinders people on the page in this tab, as short texts. With `again`, a function with its argument that changes the
 * page, the colours are looked at once more after it; the page stays as it makes it.
 */
export async function violations(tab, options, again) {
  // A script element would be blocked by the page's policy, so the checker comes in through the driver.
  if (!(await tab.evaluate(() => "axe" in window))) {
    const source = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
    await tab.evaluateSource(await readFile(source, "utf8"));
  }
  const twice = await tab.evaluate(thinOut);
  const found = await tab.evaluate(run, options);
  const colours = [];
  if (again) {
    await tab.evaluate(...again);
    colours.push(...(await tab.evaluate(run, { runOnly: ["color-contrast"] })));
  }
  await tab.evaluate(fillUp);
  return [...twice, ...found, ...colours];
}

async function run(given) {
  // Fetching style sheets again would be a request; the rules work without.
  const { violations } = await window.axe.run(document, { preload: false, resultTypes: ["violations"], ...given });
  return violations.map(({ id, impact, help, nodes }) => {
    const places = nodes.map(({ target, failureSummary }) => `${target.join(" ")}: ${failureSummary}`);
    return `${id} (${impact}): ${help}\n    ${places.join("\n    ")}`;
  });
}
