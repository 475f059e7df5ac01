// Planning when there is nothing to plan with or far too much to plan: there is always a plan with its reasons, or a
// message that says what to do. Two cards that exclude each other cannot be fixed.

import assert from "node:assert/strict";
import { CARD, PROPOSED, cards, openWeek, suggest } from "./board.mjs";
import { customers, caseloadFile } from "./customers.mjs";
import { ERROR, go } from "./due-list.mjs";
import { browsers } from "./harness.mjs";
import { ACCEPT, FILE, UNDO } from "./intake.mjs";
import { beginOwn, openExample } from "./own.mjs";

const PLAN = '[data-kd="plan"]';
const LEFT_OUT = '[data-kd="plan-unplaced"]';
const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri"];
const HOURS = [{ from: "08:00", to: "12:00" }];
const SOME = 40;

/** A caseload file of so many customers, all overdue, with what is said about the office. */
function file(count, caseworker, parameters = []) {
  const { name, content } = caseloadFile(customers(count));
  const office = { state: "BW", working_days: WEEKDAYS, hours: HOURS, ...caseworker };
  return { name, content: JSON.stringify({ ...JSON.parse(content), caseworker: office, parameters }) };
}

async function begin(page, content) {
  await beginOwn(page);
  await page.upload(FILE, content);
  await page.click(ACCEPT);
  await page.waitFor(UNDO);
  await openWeek(page);
}

browsers("A plan", { now: "2026-11-23T09:00" }, ({ test }) => {
  for (const [name, caseworker, reason, sum] of [
    ["without any working day", { working_days: [] }, /kein Tag verfügbar/, /kein Arbeitstag/],
    [
      "for somebody who is away all the time",
      { absences: [{ from: "2026-11-01", to: "2027-12-31", reason: "Elternzeit" }] },
      /kein Tag verfügbar/,
      /abwesend \(Elternzeit\)/,
    ],
    ["of hours too short for one consultation", { hours: [{ from: "08:00", to: "08:30" }] }, /./, /Vorgabe: 25 Termine/],
  ]) {
    test(`${name} proposes nothing and says why`, async (page) => {
      await begin(page, file(SOME, caseworker));
      await suggest(page);
      assert.equal(await page.count(PROPOSED), 0);
      await page.waitText(PLAN, /0 Termine vorgeschlagen/);
      const reasons = await page.texts(LEFT_OUT);
      assert.equal(reasons.length, SOME);
      assert.ok(reasons.every((text) => reason.test(text)), reasons[0]);
      const sums = await page.texts('[data-kd="week-sums"] li');
      assert.ok(sums.some((text) => sum.test(text)), sums.join(" | "));
      if (name.includes("hours")) {
        await page.waitText(PLAN, /reicht die Sprechzeit nicht/);
      }
    });
  }

  test("of a day without room is refused with the file that asks for it", async (page) => {
    await beginOwn(page);
    const none = [{ name: "max_per_day", value: 0, since: "2026-01-01", reason: "Umbau" }];
    await page.upload(FILE, file(SOME, {}, none));
    await page.waitText(ERROR, /nicht übernommen/);
    await page.waitText(ERROR, /Hier steht 0/);
    assert.equal(await page.count(ACCEPT), 0);
  });

  test("for 5,000 customers, all overdue, comes all the same and says who is left out", async (page) => {
    await begin(page, file(5000, {}));
    await suggest(page);
    assert.ok((await page.count(PROPOSED)) > 0);
    const [text] = await page.texts(PLAN);
    const placed = Number(text.match(/(\d[\d.]*) Termine vorgeschlagen/)[1].replace(".", ""));
    assert.ok(placed > 0 && placed < 5000, `${placed}`);
    await page.waitText(PLAN, new RegExp(`Ohne Termin: ${String(5000 - placed).replace(/(\d)(?=\d{3}$)/, "$1.?")}`));
    await go(page, "#/heute", "main h1");
  });

  test("offers no time twice: where one card is fixed, another finds the next free time", async (page) => {
    await openExample(page);
    await openWeek(page);
    await suggest(page);
    const [first, second] = await cards(page, PROPOSED);
    await page.click(`${PROPOSED}[data-case="${first.case}"] button`);
    await page.click('[data-kd="card-pin"]');
    await page.waitFor(`${CARD}[data-case="${first.case}"].kd-slip--pinned`);
    await page.click(`${PROPOSED}[data-case="${second.case}"] button`);
    await page.fill('[data-kd="card-day"]', first.date);
    const offered = await page.evaluate(() => [...document.querySelectorAll('[data-kd="card-start"] option')].map(({ value }) => value));
    assert.ok(offered.length > 0 && !offered.includes(first.start), `${first.start} in ${offered}`);
  });
});
