// The judge of the kill test: it must see every kind of loss, or a hundred clean runs say nothing.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { judge } from "./kill/judge.mjs";

const run = { before: [9, 10, 11], from: 12, begun: 18, kept: 17 };

describe("The judge of the kill test", () => {
  it("accepts all that was acknowledged, with or without the change in flight", () => {
    assert.deepEqual(judge({ ...run, present: [15, 16, 17] }), { lost: 0, faults: [] });
    assert.deepEqual(judge({ ...run, present: [18, 16, 17] }), { lost: 0, faults: [] });
    assert.deepEqual(judge({ ...run, begun: 12, kept: 11, present: [9, 10, 11] }), { lost: 0, faults: [] });
    assert.deepEqual(judge({ ...run, begun: 12, kept: 11, present: [12, 10, 11] }), { lost: 0, faults: [] });
  });

  it("counts what is missing at the end", () => {
    assert.deepEqual(judge({ ...run, present: [15, 16, 14] }), { lost: 1, faults: [] });
    assert.deepEqual(judge({ ...run, present: [9, 10, 11] }), { lost: 6, faults: [] });
  });

  it("sees what is missing in the middle, even if it was not acknowledged", () => {
    assert.deepEqual(judge({ ...run, present: [15, 13, 17] }).lost, 1);
    const torn = judge({ ...run, begun: 20, present: [18, 16, 20] });
    assert.deepEqual(torn, { lost: 0, faults: ["change 20 is there, but slot 1 has 16 in place of 19"] });
  });

  it("sees damage, a fall back and inventions", () => {
    const damaged = judge({ ...run, present: [15, null, 17] });
    assert.deepEqual(damaged, { lost: 2, faults: ["slot 1 is damaged"] });
    assert.deepEqual(judge({ ...run, begun: 11, kept: 11, present: [9, 7, 11] }).faults, ["slot 1 fell back from 10 to 7"]);
    assert.deepEqual(judge({ ...run, present: [21, 16, 17] }).faults, ["slot 0 has change 21, which was never made"]);
  });

  it("needs no number to be used twice", () => {
    // Change 12 was in flight in the run before and is gone for good; this run begins at 13.
    assert.deepEqual(judge({ before: [9, 10, 11], from: 13, begun: 14, kept: 14, present: [9, 13, 14] }), { lost: 0, faults: [] });
  });
});
