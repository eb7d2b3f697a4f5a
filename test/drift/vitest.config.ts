import { defineConfig } from "vitest/config";

export default defineConfig({
  // The reader in Rust is built once, which takes a minute where nothing is kept.
  test: { include: ["test/drift/**/*.test.ts"], testTimeout: 5 * 60_000, hookTimeout: 5 * 60_000 },
});
