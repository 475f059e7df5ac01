// Which changes survived a kill, and whether any is missing that the page had acknowledged.
//
// Changes are numbered without a gap within a run; number n is written to slot n % slots, where a later one replaces it.
// So of a run we see the newest change in each slot. They must be what a store shows that stopped at some change: all up
// to it, none after it. And it must not have stopped before the last one that was acknowledged.

/**
 * `before` and `present`: the newest number in each slot, before the run and after the kill (null: damaged).
 * `from`: the first number of the run; `begun`, `kept`: the last one that was begun and acknowledged, `from - 1` if none.
 * Returns `lost`, how many acknowledged changes are missing, and `faults`, what else is wrong, as sentences.
 */
export function judge({ before, present, from, begun, kept }) {
  const slots = present.length;
  const newest = (slot, limit) => {
    const number = limit - ((limit - slot) % slots);
    return number >= from ? number : before[slot];
  };
  const faults = [];
  let lost = 0;
  for (let number = from; number <= kept; number += 1) {
    const found = present[number % slots];
    if (found === null || found < number) {
      lost += 1;
    }
  }
  for (const [slot, number] of present.entries()) {
    if (number === null) {
      faults.push(`slot ${slot} is damaged`);
    } else if (number > begun && number !== before[slot]) {
      faults.push(`slot ${slot} has change ${number}, which was never made`);
    } else if (number < before[slot]) {
      faults.push(`slot ${slot} fell back from ${before[slot]} to ${number}`);
    }
  }
  const last = Math.max(...present.filter((number) => number !== null), -1);
  if (faults.length === 0 && last >= from) {
    for (const [slot, number] of present.entries()) {
      const expected = newest(slot, last);
      if (number !== expected) {
        faults.push(`change ${last} is there, but slot ${slot} has ${number} in place of ${expected}`);
      }
    }
  }
  return { lost, faults };
}
