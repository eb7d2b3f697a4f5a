import { describe, expect, it } from "vitest";
import type { Instrumented, Mutant } from "../../../scripts/mutation/mutants.js";
import { OPEN, readResults, resultOf, scoreOf, UNTESTED } from "../../../scripts/mutation/results.js";
import { ROOMS, THRESHOLDS } from "../../../scripts/mutation/rooms.js";

const mutant = (id: string, original: string, replacement: string): Mutant => {
  const place = { file: "src/a.ts", line: Number(id) + 1, mutator: "EqualityOperator", hash: id };
  return { id, original, replacement, ...place };
};
const dead = mutant("0", "a > b", "a < b");
const alive = mutant("1", "a > b", "a >= b");
const unseen = mutant("2", "c > d", "c >= d");
const measured: Instrumented = { file: "src/a.ts", fingerprint: "f", code: "", mutants: [dead, alive, unseen] };
const fates = { killed: new Set([dead]), covered: new Set(["0", "1"]), complete: true };

describe("the result of a file", () => {
  const result = resultOf(measured, fates, undefined);

  it("counts kills, and lists survivors with whether a test runs them", () => {
    expect(result).toMatchObject({ code: "f", mutants: 3, killed: 1 });
    expect(result.survivors.map(({ line, reason }) => [line, reason])).toEqual([
      [2, OPEN],
      [3, UNTESTED],
    ]);
  });

  it("keeps the reason of a survivor that has moved to another line", () => {
    const survivors = result.survivors.map((survivor) => ({ ...survivor, line: 90, reason: "equivalent" }));
    const { survivors: after } = resultOf(measured, fates, { ...result, survivors });
    expect(after.map(({ line, reason }) => [line, reason])).toEqual([
      [2, "equivalent"],
      [3, "equivalent"],
    ]);
  });

  it("is a third when one of three mutants is killed", () => {
    expect(scoreOf({ "src/a.ts": result })).toBeCloseTo(100 / 3);
    expect(scoreOf({})).toBe(100);
  });
});

it.each(ROOMS)("the committed results of %s reach its share", async (room) => {
  expect(scoreOf(await readResults(room))).toBeGreaterThanOrEqual(THRESHOLDS[room]);
});
