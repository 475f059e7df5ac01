// A page as it comes out on paper. The rules of style for paper are made to hold on the screen as well, which both
// browsers allow, so that one can look at what stands there; and the browser prints it, for the number of sheets.

import assert from "node:assert/strict";

/** The part of an A4 sheet, lying, between the margins: 277 mm by 190 mm. */
const SHEET = { width: 1047, height: 718 };

/** Makes what holds for print hold on the screen, and nothing else. */
function asOnPaper() {
  const turn = (rules) => {
    for (const rule of rules) {
      if (rule instanceof CSSMediaRule && rule.media.mediaText.includes("print")) {
        rule.media.mediaText = "all";
      }
      if (rule.cssRules) {
        turn(rule.cssRules);
      }
    }
  };
  for (const sheet of document.styleSheets) {
    turn(sheet.cssRules);
  }
}

/** What of these is in sight. */
const inSight = (selectors) =>
  selectors.filter((css) => [...document.querySelectorAll(css)].some((element) => element.checkVisibility()));

/** The week on screen comes out on paper: its days, its cards and its date, nothing to press, nothing cut off. */
export async function assertPrinted(page) {
  const pdf = await page.pdf();
  assert.equal(pdf.subarray(0, 5).toString("latin1"), "%PDF-");
  const shown = await page.evaluate(() => [...document.querySelectorAll('[data-kd="plan-card"]')].length);
  await page.resize(SHEET.width, SHEET.height);
  await page.evaluate(asOnPaper);
  assert.deepEqual(await page.evaluate(inSight, [".kd-bar", ".kd-nav", ".kd-toolbar", ".kd-toasts", ".kd-main .kern-btn"]), []);
  const paper = await page.evaluate(() => {
    const board = [...document.querySelectorAll('[data-kd="board-day"]')];
    const cards = [...document.querySelectorAll('[data-kd="plan-card"]')];
    const isWhole = (element) => {
      const { left, right, height } = element.getBoundingClientRect();
      return element.checkVisibility() && height > 0 && left >= 0 && right <= document.documentElement.clientWidth + 1;
    };
    return {
      head: document.querySelector(".kd-due__head").textContent,
      days: board.filter(isWhole).length,
      cards: cards.filter((card) => isWhole(card) && card.textContent.trim() !== "").length,
    };
  });
  assert.match(paper.head, /Woche.*07\.12\.2026/);
  assert.deepEqual([paper.days, paper.cards], [7, shown]);
}
