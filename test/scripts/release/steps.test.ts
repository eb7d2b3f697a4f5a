import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { HEAVY_PHASES, QUICK_PHASES, type Step } from "../../../scripts/release/steps.js";
import { ROOT } from "../../support/copies.js";

const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));

it("dist/ is built before the steps that read it start, which then do not build it side by side", () => {
  const [first, ...later] = [...QUICK_PHASES, ...HEAVY_PHASES].map(({ steps }) => steps);
  const reads = ([script]: Step): boolean => scripts[script].includes("npm run --silent build");
  expect(first).toContainEqual(["build", "--fresh"]);
  expect(first?.filter(reads)).toEqual([]);
  expect(later.flat().filter(reads).length).toBeGreaterThan(0);
});
