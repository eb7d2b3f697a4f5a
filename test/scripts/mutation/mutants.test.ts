import { expect, it } from "vitest";
import { instrument } from "../../../scripts/mutation/mutants.js";

it("each mutant has its line, its text and a hash of its own", async () => {
  const [file] = await instrument(["src/json/fold.ts", "src/json/own.ts"]);
  expect(file?.file).toBe("src/json/fold.ts");
  expect(file?.code).toContain("stryMutAct");
  const mutants = file?.mutants ?? [];
  expect(mutants.length).toBeGreaterThan(0);
  expect(new Set(mutants.map(({ hash }) => hash)).size).toBe(mutants.length);
  for (const { line, original } of mutants) {
    expect(line).toBeGreaterThan(0);
    expect(original).not.toBe("");
  }
});
