import { expect, it } from "vitest";
import { nearestName } from "../../../../src/cli/args/nearest-name.js";

it.each([
  ["jion", "join"],
  ["JION", "join"],
  ["mitn", "mint"],
  ["lits", "list"],
  ["joi", "join"],
  ["ojni", undefined],
  ["jo", undefined],
])("%j is nearest to %j", (name, expected) => {
  expect(nearestName(name, ["join", "list", "mint"])).toBe(expected);
});
