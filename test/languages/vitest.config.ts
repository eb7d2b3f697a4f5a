import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "#jws": fileURLToPath(new URL("../../src/jws/node.ts", import.meta.url)) } },
  test: {
    root: fileURLToPath(new URL("../..", import.meta.url)),
    include: ["test/languages/**/*.test.ts"],
    // Each program is built by the first file that needs it; parallel builds take longer.
    fileParallelism: false,
    hookTimeout: 20 * 60_000,
    testTimeout: 20 * 60_000,
  },
});
