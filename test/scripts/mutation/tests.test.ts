import { expect, it } from "vitest";
import { isTestOf, testsOf } from "../../../scripts/mutation/tests.js";

it("the tests of a room come before those of the rooms above it and of the package", () => {
  const tests = testsOf("verify", false);
  expect(tests[0]).toMatch(/^test\/src\/verify\//);
  expect(tests).toContain("test/src/index.vectors.test.ts");
  expect(tests.filter((path) => /src\/(lint|cli|json)\//.test(path))).toEqual([]);
  expect(testsOf("json", false)).toContain("test/src/verify/token-verifier.test.ts");
  expect(testsOf("json", true)).not.toContain("test/src/verify/token-verifier.test.ts");
});

it("a test is for the file that its name starts with", () => {
  const of = (test: string) => isTestOf(`test/src/verify/${test}.test.ts`, "src/verify/token-verifier.ts");
  expect(["token-verifier", "token-verifier.webhook", "token", "token-verifiers"].map(of)).toEqual([
    ...[true, true, false, false],
  ]);
});
