import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "#jws": fileURLToPath(new URL("../../src/jws/node.ts", import.meta.url)) } },
  test: {
    root: fileURLToPath(new URL("../..", import.meta.url)),
    include: ["test/examples/*.test.ts"],
    // Installs the packed package.
    globalSetup: "test/runtimes/setup.ts",
    setupFiles: "test/support/setup.ts",
    maxWorkers: 2,
    // Enough to install a framework or to build a server, the first time.
    testTimeout: 20 * 60_000,
    hookTimeout: 20 * 60_000,
  },
});
