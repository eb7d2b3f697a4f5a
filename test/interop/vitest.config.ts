import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "#jws": fileURLToPath(new URL("../../src/jws/node.ts", import.meta.url)) } },
  test: {
    root: fileURLToPath(new URL("../..", import.meta.url)),
    include: ["test/interop/**/*.test.ts"],
    // Each program is built by the first file that needs it; parallel builds take longer.
    fileParallelism: false,
    // A hook may build a server or a program, which takes minutes, or much longer on a busy machine.
    hookTimeout: 20 * 60_000,
    testTimeout: 5 * 60_000,
  },
});
