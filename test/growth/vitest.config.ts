import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Counts work for inputs that double in size. A suite of its own: `npm test` has 60 seconds. */
export default defineConfig({
  resolve: { alias: { "#jws": fileURLToPath(new URL("../../src/jws/node.ts", import.meta.url)) } },
  test: { include: ["test/src/**/*.growth.test.ts"], maxWorkers: "100%", testTimeout: 180_000, hookTimeout: 180_000 },
});
