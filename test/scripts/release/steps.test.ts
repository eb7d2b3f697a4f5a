import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { HEAVY_STEPS, resourceOf, STEPS } from "../../../scripts/release/steps.js";
import { ROOT } from "../../support/copies.js";

const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));

it("a step that builds dist/ has it to itself", () => {
  const alone = [...STEPS, ...HEAVY_STEPS].filter((step) => resourceOf(scripts, step) === "dist");
  expect(alone.map(([script]) => script)).toEqual(
    expect.arrayContaining(["package", "api", "test:docs", "test:examples", "test:inspector", "test:runtimes"]),
  );
  expect(resourceOf(scripts, ["test:interop"])).toBeUndefined();
});
