import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: fileURLToPath(new URL("../..", import.meta.url)),
    include: ["test/docs/**/*.test.ts"],
    // Packs and installs the tarball.
    globalSetup: "test/runtimes/setup.ts",
    testTimeout: 10 * 60_000,
    hookTimeout: 10 * 60_000,
  },
});
