import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { PLAN_VARIABLE, type Plan } from "../../scripts/mutation/plan.js";

const plan: Plan = JSON.parse(readFileSync(process.env[PLAN_VARIABLE] as string, "utf8"));
const tests = Object.keys(plan.tests);
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const FAST_CHECK = here("./fast-check.ts");

/** Gives the tests the instrumented code in place of the sources, and properties with fewer cases. */
const instrumented: Plugin = {
  name: "mutants",
  enforce: "pre",
  resolveId: (id, importer) => (id === "fast-check" && importer !== FAST_CHECK ? FAST_CHECK : undefined),
  load: (id) => plan.code[id],
};

/** Keeps the order of the plan: the more mutants are killed early, the fewer run in the tests that follow. */
class PlannedOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => tests.findIndex((test) => moduleId.endsWith(`/${test}`));
    return [...files].sort((a, b) => rank(a) - rank(b));
  }
}

const runtime = (name: "node" | "web" | "react-native", include: readonly string[]) => ({
  plugins: [instrumented],
  resolve: { alias: { "#jws": here(`../../src/jws/${name}.ts`) } },
  test: {
    ...{ name, include: [...include], runner: here("./runner.ts") },
    // The runner has a limit of its own for each mutant.
    ...{ isolate: false, testTimeout: 0, hookTimeout: 60_000 },
  },
});

const RUNTIMES = "test/src/jws/require-hmac.test.ts";
const ABOUT_SIGNATURES = /^test\/src\/(index\.vectors|(jws|mint|verify)\/)/;

export default defineConfig({
  test: {
    // One worker: it remembers which mutants are dead.
    maxWorkers: 1,
    fileParallelism: false,
    sequence: { sequencer: PlannedOrder },
    // A mutant may reject a promise that nothing waits for.
    dangerouslyIgnoreUnhandledErrors: true,
    projects: [
      runtime(
        "node",
        tests.filter((test) => test !== RUNTIMES),
      ),
      runtime(
        "web",
        tests.filter((test) => ABOUT_SIGNATURES.test(test)),
      ),
      runtime("react-native", [RUNTIMES]),
    ],
  },
});
