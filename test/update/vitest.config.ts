import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/update/**/*.test.ts"],
    setupFiles: "test/support/setup.ts",
    testTimeout: 15 * 60_000,
    hookTimeout: 15 * 60_000,
  },
});
