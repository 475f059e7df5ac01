// The findings on screen, read through their marks.

export const FINDING = '[data-kd="finding"]';
export const APPLY = '[data-kd="finding-apply"]';
export const COUNT = '[data-kd="finding-count"]';
export const MORE = '[data-kd="finding-more"]';
export const TRANSFER = '[data-kd="transfer"]';
export const TOAST = '[data-kd="toast"]';

/** The selector of one finding. */
export const findingOf = ({ rule, case: id, id: subject }) =>
  `${FINDING}[data-rule="${rule}"][data-case="${id}"][data-id="${subject}"]`;

/** Shows every section whole. */
export async function showAll(page) {
  while ((await page.count(MORE)) > 0) {
    await page.click(MORE);
  }
}

/** All findings on screen, as `kkd check` names them, in an order of their own. */
export async function shown(page) {
  const all = await page.evaluate(
    (css) =>
      [...document.querySelectorAll(css)].map(({ dataset }) => [
        dataset.case,
        dataset.rule,
        dataset.severity,
        dataset.id,
      ]),
    FINDING,
  );
  return all.map((parts) => parts.join(" ")).sort();
}

/** Lines of `kkd check` in the same words. */
export const asShown = (lines) =>
  lines.map(({ case: id, rule, severity, id: subject }) => [id, rule, severity, subject].join(" ")).sort();

/** The counts on the chips by severity. */
export async function counts(page) {
  const pairs = await page.evaluate(
    (css) => [...document.querySelectorAll(css)].map(({ dataset }) => [dataset.severity, Number(dataset.count)]),
    COUNT,
  );
  return Object.fromEntries(pairs);
}

/** How many lines there are of each severity. */
export function tally(lines) {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of lines) {
    counts[severity] += 1;
  }
  return counts;
}
