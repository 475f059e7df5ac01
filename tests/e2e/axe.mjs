// The accessibility checker, run inside a page.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

/** What hinders people on the page in this tab, as short texts. */
export async function violations(tab, options) {
  // A script element would be blocked by the page's policy, so the checker comes in through the driver.
  if (!(await tab.evaluate(() => "axe" in window))) {
    const source = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
    await tab.evaluateSource(await readFile(source, "utf8"));
  }
  const found = await tab.evaluate(async (given) => {
    // Fetching style sheets again would be a request; the rules work without.
    const { violations } = await window.axe.run(document, { preload: false, ...given });
    return violations.map(({ id, impact, help, nodes }) => ({
      id,
      impact,
      help,
      places: nodes.map(({ target, failureSummary }) => `${target.join(" ")}: ${failureSummary}`),
    }));
  }, options);
  return found.map(({ id, impact, help, places }) => `${id} (${impact}): ${help}\n    ${places.join("\n    ")}`);
}
