// Cards of the week moved with the mouse: where nothing speaks against it they stay where they are let go, and where a
// rule does, the page names it before anything is changed.

import assert from "node:assert/strict";
import { CARD, DAY, HINT, PROPOSED, cards, lookAt, openWeek, suggest } from "./board.mjs";
import { exportedCaseload } from "./due-list.mjs";
import { TOAST } from "./findings.mjs";
import { browsers } from "./harness.mjs";
import { openExample } from "./own.mjs";

const QUIET = "2026-W50";

const at = (card, date = card.date) => `${CARD}[data-case="${card.case}"][data-date="${date}"]`;
const day = (date) => `${DAY}[data-day="${date}"]`;

browsers("A card in the hand of the mouse", { now: "2026-11-23T09:00", size: { width: 1280, height: 1400 } }, ({ test }) => {
  test("moves to another day, and back by undo", async (page) => {
    await openExample(page);
    await openWeek(page);
    await lookAt(page, QUIET);
    const [card] = await cards(page, `${CARD}[data-date="2026-12-07"]`);
    await page.drag(`${at(card)} button`, day("2026-12-08"));
    await page.waitFor(at(card, "2026-12-08"));
    await page.waitText(TOAST, /verschoben auf Di 08\.12\.2026/);
    await page.press("Control+z");
    await page.waitFor(`${at(card)}[data-start="${card.start}"]`);
  });

  test("is refused by a Saturday, which says why, and stays", async (page) => {
    await openExample(page);
    const before = await exportedCaseload(page);
    await openWeek(page);
    await lookAt(page, QUIET);
    const [card] = await cards(page, `${CARD}[data-date="2026-12-07"]`);
    await page.drag(`${at(card)} button`, day("2026-12-12"));
    await page.waitFor(`${HINT}[data-rule="D6"]`);
    await page.press("Escape");
    await page.waitGone(HINT);
    assert.equal(await page.count(at(card)), 1);
    assert.deepEqual(JSON.parse(await exportedCaseload(page)).appointments, JSON.parse(before).appointments);
  });

  test("that is a proposal stays fixed where it was let go", async (page) => {
    await openExample(page);
    await openWeek(page);
    await suggest(page);
    const [card] = await cards(page, PROPOSED);
    const other = await page.evaluate(
      ([css, date]) => {
        const days = [...document.querySelectorAll(css)].map(({ dataset }) => dataset);
        return days.find(({ day: at }) => at > date)?.day ?? days.find(({ day: at }) => at < date).day;
      },
      [`${DAY}:not(.kd-board__day--off)`, card.date],
    );
    await page.drag(`${at(card)} button`, day(other));
    await page.waitFor(`${at(card, other)}.kd-slip--pinned`);
    await page.waitText('[data-kd="week-said"]', /fixiert/);
  });
});
