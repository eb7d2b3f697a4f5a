import { defineConfig } from "vitest/config";

export default defineConfig({
  // The reader in Rust is compiled once, which takes a minute without a cache.
  test: {
    include: ["test/coverage/**/*.test.ts"],
    setupFiles: "test/support/setup.ts",
    testTimeout: 15 * 60_000,
    hookTimeout: 15 * 60_000,
  },
});
