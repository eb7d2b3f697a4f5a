import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: fileURLToPath(new URL("../..", import.meta.url)),
    include: ["test/runtimes/*.test.ts"],
    globalSetup: "test/runtimes/setup.ts",
    // A compiler and a browser at the same time are enough for a small machine.
    maxWorkers: 2,
    // Long enough to install a runtime for the first time.
    testTimeout: 20 * 60_000,
    hookTimeout: 20 * 60_000,
  },
});
