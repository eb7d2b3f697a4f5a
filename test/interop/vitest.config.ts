import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "#jws": fileURLToPath(new URL("../../src/jws/node.ts", import.meta.url)) } },
  test: {
    root: fileURLToPath(new URL("../..", import.meta.url)),
    include: ["test/interop/**/*.test.ts"],
    // What is built is built by the first that needs it; two builds at a time take longer.
    fileParallelism: false,
    // A hook may build a server or a program, which takes minutes, on a busy machine many.
    hookTimeout: 20 * 60_000,
    testTimeout: 5 * 60_000,
  },
});
