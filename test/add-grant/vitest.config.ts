import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/add-grant/**/*.test.ts"],
    setupFiles: "test/support/setup.ts",
    testTimeout: 1_800_000,
    hookTimeout: 300_000,
  },
});
