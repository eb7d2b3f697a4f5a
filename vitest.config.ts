import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

type Runtime = "node" | "web";

const withJws = (name: Runtime) => ({
  alias: { "#jws": fileURLToPath(new URL(`./src/jws/${name}.ts`, import.meta.url)) },
});

/** Everything that signs or verifies runs once on node:crypto and once on WebCrypto. */
const runtime = (name: Runtime, exclude: string[] = []) => ({
  resolve: withJws(name),
  // One module graph for all files: they hold no state, and importing it anew for each takes longer than the tests.
  test: { name, include: ["test/src/**/*.test.ts"], exclude, isolate: false },
});

export default defineConfig({
  test: {
    // Vitest leaves one core free, which of two is half of them.
    maxWorkers: "100%",
    projects: [
      runtime("node"),
      // The command line runs on Node alone, and comparing schemas neither signs nor verifies.
      runtime("web", ["test/src/cli/**", "test/src/schema-diff/**"]),
      {
        resolve: withJws("node"),
        test: {
          name: "scripts",
          include: ["test/*.test.ts", "test/scripts/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "types",
          include: [],
          typecheck: { enabled: true, only: true, include: ["test/types/**/*.test-d.ts"] },
        },
      },
    ],
  },
});
