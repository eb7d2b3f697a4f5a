import { expect, it } from "vitest";
import { PEER } from "../../../scripts/bench/budgets.js";
import { verdicts } from "../../../scripts/bench/results.js";
import { OURS } from "../../../scripts/bench/workload.js";

it.each([
  ["is met", 1.15, 1.5, true],
  ["is missed by a higher ratio", 1.16, 1.5, false],
  ["is missed when the peer is faster", 1.1, 1.05, false],
])("a budget %s", (_, ratio, peer, isMet) => {
  const on = { runtime: "Node 20.0.0, x64", title: "verify" };
  const measurements = [{ ...on, ratios: { [OURS]: ratio, [PEER]: peer } }];
  expect(verdicts({ measurements })).toEqual([{ ...on, ratio, budget: 1.15, peer, isMet }]);
});
