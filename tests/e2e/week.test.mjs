// Woche: the board is what `kkd week` says, the proposal what `kkd plan` says; cards move by the keyboard alone, and a
// move that a rule objects to says which.

import assert from "node:assert/strict";
import {
  ACCEPT,
  CARD,
  DAY,
  HINT,
  PROPOSED,
  SAID,
  cards,
  enterAbsence,
  lookAt,
  openWeek,
  proposals,
  strip,
  suggest,
} from "./board.mjs";
import { ERROR, exportedCaseload, go } from "./due-list.mjs";
import { TOAST, TRANSFER } from "./findings.mjs";
import { browsers } from "./harness.mjs";
import { plan, week } from "./kkd.mjs";
import { openExample } from "./own.mjs";

const TODAY = "2026-11-23";
/** No holiday, and far enough ahead for every appointment to be recorded in time. */
const QUIET = "2026-W50";

const asCard = ({ case: id, date, start }) => ({ case: id, date, start });
const inOrder = (list) => list.map(asCard).map((card) => JSON.stringify(card)).sort();

/** Opens the example on the week; returns its caseload file. */
async function begin(page) {
  await openExample(page);
  const caseload = await exportedCaseload(page);
  await openWeek(page);
  return caseload;
}

/** Takes up a card of the quiet week by the keyboard. */
async function take(page, { case: id, date }) {
  await lookAt(page, QUIET);
  await page.focus(`${CARD}[data-case="${id}"][data-date="${date}"] button`);
  await page.press("m");
  await page.waitText(SAID, /aufgenommen/);
}

/** An appointment of the quiet week that has to be recorded in ATV some days before (F1). */
function leading(caseload) {
  const { cases, appointments } = JSON.parse(caseload);
  const exempt = cases.filter(({ supervision }) => supervision === "case_management").map(({ id }) => id);
  const found = appointments.find(
    ({ case: id, date, origin, outcome }) =>
      date >= "2026-12-07" && date <= "2026-12-11" && origin !== "list" && outcome === "open" && !exempt.includes(id),
  );
  assert.ok(found, "the example has one");
  return found;
}

const aimed = (date) => `${DAY}[data-day="${date}"].kd-board__day--aimed`;

browsers("Woche", { now: `${TODAY}T09:00` }, ({ test }) => {
  test("shows what kkd week says", async (page) => {
    const caseload = await begin(page);
    const shown = await strip(page);
    assert.equal(shown.length, 13);
    const lines = week(TODAY, `${shown[0].week}..${shown.at(-1).week}`, caseload);
    assert.deepEqual(
      shown,
      lines.map(({ week: name, scheduled, shortfall, quota, reachable }) => ({
        week: name,
        scheduled,
        shortfall,
        quota,
        reachable,
      })),
    );
    for (const { week: name, per_day } of lines.slice(0, 5)) {
      await lookAt(page, name);
      const taken = await page.evaluate(
        (css) => [...document.querySelectorAll(css)].map(({ dataset }) => [dataset.day, Number(dataset.taken)]),
        DAY,
      );
      assert.equal(taken.length, 7, name);
      for (const [day, count] of taken) {
        assert.equal(count, per_day[day] ?? 0, day);
      }
    }
  });

  test("a card moves by the keyboard alone, and back by undo", async (page) => {
    await begin(page);
    await lookAt(page, QUIET);
    const [card] = await cards(page, `${CARD}[data-date="2026-12-07"]`);
    await take(page, card);
    await page.press("ArrowRight");
    await page.waitFor(aimed("2026-12-08"));
    await page.press("ArrowRight");
    await page.press("ArrowLeft");
    await page.waitText(SAID, /^Di 08\.12\.2026/);
    await page.press("Enter");
    const moved = `${CARD}[data-case="${card.case}"][data-date="2026-12-08"]`;
    await page.waitFor(moved);
    await page.waitText(TOAST, /verschoben auf Di 08\.12\.2026/);
    await page.until("the focus on the card", (css) => document.activeElement?.closest(css) !== null, moved);

    const { appointments } = JSON.parse(await exportedCaseload(page));
    const found = appointments.filter(({ case: id, date }) => id === card.case && date === "2026-12-08");
    assert.equal(found.length, 1);
    assert.equal(found[0].recorded_on, null, "it has to be recorded in ATV anew");
    await go(page, "#/uebertrag", `${TRANSFER}[data-what="appointment"]`);
    await openWeek(page);
    await page.press("Control+z");
    await page.waitFor(`${CARD}[data-case="${card.case}"][data-date="2026-12-07"][data-start="${card.start}"]`);
  });

  test("a move that breaks a rule says which before it is made, and Escape leaves the card", async (page) => {
    const card = leading(await begin(page));
    await take(page, card);
    for (let day = new Date(card.date).getUTCDay(); day < 6; day += 1) {
      await page.press("ArrowRight");
    }
    await page.waitText(SAID, /^Sa 12\.12\.2026.*D6: Der Tag ist ein Samstag/);
    await page.press("Enter");
    await page.waitFor(`${HINT}[data-rule="D6"]`);
    assert.match(await page.text('[data-kd="card-move"]'), /Trotzdem/);
    // Too near for ATV instead.
    await page.fill('[data-kd="card-day"]', "2026-11-25");
    await page.waitFor(`${HINT}[data-rule="F1"]`);
    assert.equal(await page.count(`${HINT}[data-rule="D6"]`), 0);
    await page.press("Escape");
    await page.waitGone(HINT);
    const there = `${CARD}[data-case="${card.case}"][data-date="${card.date}"]`;
    assert.equal(await page.count(there), 1);

    await take(page, card);
    await page.press(card.date === "2026-12-07" ? "ArrowRight" : "ArrowLeft");
    await page.waitGone(aimed(card.date));
    await page.press("Escape");
    await page.waitText(SAID, /bleibt/);
    assert.equal(await page.count(there), 1);
  });

  test("proposes what kkd plan proposes, with reasons, and nothing more once all of it is accepted", async (page) => {
    const caseload = await begin(page);
    const wanted = plan(TODAY, caseload);
    await suggest(page);
    assert.deepEqual(
      (await strip(page)).map(({ week: name, shortfall }) => [name, shortfall]),
      wanted.whole.weeks.map(({ week: name, target }) => [name, target]),
    );
    assert.deepEqual(inOrder(await proposals(page)), inOrder(wanted.proposals));
    assert.equal(await page.count('[data-kd="plan-unplaced"]'), wanted.whole.unplaced.length);
    assert.equal(await page.count('[data-kd="plan-forward"]'), wanted.whole.move_forward.length);

    const first = wanted.whole.weeks.find(({ placed }) => placed > 0).week;
    await lookAt(page, first);
    await page.click(`${PROPOSED} button`);
    await page.waitText('[data-kd="card-reason"]', /Tag mit \d von 8, (Woche \d+ von \d+|Wochenziel \d+ erreicht)/);
    await page.press("Escape");
    await page.waitGone('[data-kd="card-reason"]');

    await page.click(ACCEPT);
    await page.waitText(TOAST, /angenommen/);
    await page.waitGone(ACCEPT);
    const after = await exportedCaseload(page);
    const again = plan(TODAY, after);
    assert.deepEqual(again.proposals, []);
    assert.deepEqual(
      again.whole.weeks.map(({ target }) => target),
      wanted.whole.weeks.map(({ shortfall }) => shortfall),
    );
    const made = JSON.parse(after).transfers.filter(({ what }) => what === "appointment");
    assert.ok(made.length >= wanted.proposals.length, "each stands on the Übertragsliste");
  });

  test("a proposal that is moved or fixed stays, and one alone can be accepted", async (page) => {
    await begin(page);
    await suggest(page);
    const [card] = await cards(page, PROPOSED);
    const of = `${PROPOSED}[data-case="${card.case}"]`;
    await page.click(`${of} button`);
    await page.click('[data-kd="card-pin"]');
    await page.waitFor(`${of}.kd-slip--pinned[data-date="${card.date}"]`);
    await go(page, "#/faellig", '[data-kd="due-row"]');
    await openWeek(page);
    await page.click(`${of}.kd-slip--pinned button`);
    await page.click('[data-kd="card-accept"]');
    await page.waitFor(`${CARD}[data-case="${card.case}"][data-date="${card.date}"][data-kind="standing"]`);
    assert.ok((await page.count(PROPOSED)) > 0, "the others are still proposals");
    const { appointments } = JSON.parse(await exportedCaseload(page));
    const accepted = appointments.find(({ case: id, date }) => id === card.case && date === card.date);
    assert.deepEqual([accepted.outcome, accepted.pinned, accepted.start], ["open", true, card.start]);
  });

  test("working time that cannot be read is told, and part time changes the quota", async (page) => {
    await begin(page);
    await page.evaluate(() => document.querySelector('[data-kd="office"]').setAttribute("open", ""));
    await page.fill("#kd-office-hours", "8-12, 11-16");
    await page.click('[data-kd="office-save"]');
    await page.waitText(ERROR, /überschneiden/);
    assert.equal(await page.value("#kd-office-hours"), "8-12, 11-16", "what was typed stays");
    await page.fill("#kd-office-hours", "8-12");
    await page.fill("#kd-office-share", "50");
    await page.check("#kd-office-year-end");
    await page.click('[data-kd="office-save"]');
    await page.waitGone(ERROR);
    await page.waitFor('[data-kd="week"][data-quota="13"]');
    const { caseworker } = JSON.parse(await exportedCaseload(page));
    assert.equal(caseworker.fte, 0.5);
    assert.deepEqual(caseworker.hours, [{ from: "08:00", to: "12:00" }]);
    const closed = caseworker.closures.map(({ date }) => date);
    assert.ok(closed.includes("2026-12-24") && closed.includes("2026-12-31"));
  });

  test("an absence over appointments leads to deputy, team and team lead", async (page) => {
    await begin(page);
    await enterAbsence(page, "7.12.", "8.12.", "Fortbildung");
    await page.waitText('[data-kd="in-absence"]', /nicht übernommen/);
    await page.waitText('[data-kd="absence"] h3', "07.12.2026 bis 08.12.2026 (Fortbildung)");
    const helpers = await page.attributes('[data-kd="helper"]', "data-helper");
    assert.deepEqual(helpers.slice(-3), ["deputy", "team", "team_lead"]);
    await lookAt(page, QUIET);
    await page.waitText('[data-day="2026-12-07"] .kd-board__off', "abwesend (Fortbildung)");
  });
});

browsers("Woche with two holidays", { now: "2028-12-11T09:00" }, ({ test }) => {
  test("and three days of absence is explained, with a note for the team lead", async (page) => {
    await openExample(page);
    await openWeek(page);
    await enterAbsence(page, "27.12.2028", "29.12.2028", "Urlaub");
    await lookAt(page, "2028-W52");
    const sums = await page.texts('[data-kd="week-sums"] li');
    for (const line of [
      /^Vorgabe: 25 Termine$/,
      /^Tage: 5 Werktage − 2 Feiertage − 3 Tage abwesend = /,
      /erreichbar also 0 von 25$/,
      /^Mo 25\.12\.2028: Feiertag \(1\. Weihnachtstag\)$/,
      /^Fr 29\.12\.2028: abwesend \(Urlaub\)$/,
    ]) {
      assert.ok(sums.some((text) => line.test(text)), `${line} in ${sums.join(" | ")}`);
    }
    await page.waitText('[data-kd="lead-note"]', /Wochenvorgabe ist nicht zu erreichen/);
    await page.waitFor('[data-kd="week"][data-week="2028-W52"][data-reachable="0"]');
  });
});

browsers("Auswertung", { now: `${TODAY}T09:00` }, ({ test }) => {
  test("works out whether the caseload can be carried, and what would be if", async (page) => {
    await openExample(page);
    await go(page, "#/auswertung", '[data-kd="capacity-step"]');
    const before = await page.text('[data-kd="capacity-verdict"]');
    assert.match(before, /^Es reicht/);
    await page.fill("#kd-if-u25", "0");
    await page.fill("#kd-if-k3", "0");
    await page.fill("#kd-if-k1", "100");
    await page.fill("#kd-if-attendance", "80");
    await page.waitText('[data-kd="capacity-verdict"]', /sind 375 Termine nötig/);
    await page.fill("#kd-if-attendance", "101");
    await page.waitText("#kd-if-attendance-said", /^Bitte eine ganze Zahl von 0 bis 100; gerechnet wird mit \d+\.$/);
    await page.fill("#kd-if-attendance", "100");
    await page.waitText("#kd-if-attendance-said", /^$/);
    await page.waitText('[data-kd="capacity-verdict"]', /sind 300 Termine nötig/);
    assert.equal(await page.value("#kd-if-attendance ~ input"), "100");
    await page.click('[data-kd="capacity-reset"]');
    await page.waitText('[data-kd="capacity-verdict"]', before);
    assert.notEqual(await page.value("#kd-if-k1"), "100");
  });
});
