import { defineConfig } from "vitest/config";

export default defineConfig({
  // The reader in Rust is built once, which takes a minute where nothing is kept.
  test: { include: ["test/coverage/**/*.test.ts"], testTimeout: 15 * 60_000, hookTimeout: 15 * 60_000 },
});
