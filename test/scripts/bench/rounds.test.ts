import { expect, it } from "vitest";
import { interleave, median, medianRatio, ROUNDS } from "../../../scripts/bench/rounds.js";

it("every contender is timed in every round, and follows each other one", async () => {
  const order: number[] = [];
  const times = await interleave(3, async (contender, operations) => {
    order.push(contender);
    return operations * (contender + 1) * 1e5;
  });
  expect(times.map((each) => each.length)).toEqual([ROUNDS, ROUNDS, ROUNDS]);
  const rounds = order.slice(-3 * ROUNDS);
  const pairs = new Set(rounds.slice(1).map((contender, index) => `${rounds[index]} then ${contender}`));
  for (const pair of ["0 then 1", "1 then 0", "0 then 2", "2 then 0", "1 then 2", "2 then 1"])
    expect(pairs).toContain(pair);
  expect(medianRatio(times[2] ?? [], times[0] ?? [])).toBeCloseTo(3);
});

it("the median ignores a few slow rounds, and the ratio slow moments of both", () => {
  expect(median([5, 1, 900])).toBe(5);
  expect(medianRatio([2, 200, 2], [1, 100, 4])).toBe(2);
});
