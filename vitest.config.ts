import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

type Runtime = "node" | "web" | "react-native";

const withJws = (name: Runtime) => ({
  alias: { "#jws": fileURLToPath(new URL(`./src/jws/${name}.ts`, import.meta.url)) },
});

const SETTINGS = {
  // One module graph for all files of a worker: they keep no state, and importing it again for each file takes longer
  // than the tests.
  isolate: false,
  setupFiles: "test/support/setup.ts",
  // Generous for a slow or busy machine. A test that hangs still fails.
  testTimeout: 3 * 60_000,
  hookTimeout: 3 * 60_000,
};

/** Returns a project that tests the package with one implementation of `#jws`. */
const runtime = (name: Runtime, include: string[], exclude: string[] = []) => ({
  resolve: withJws(name),
  test: { name, include, exclude, ...SETTINGS },
});

const GROWTH = "test/src/**/*.growth.test.ts";

export default defineConfig({
  test: {
    // Vitest leaves one core free by default, which is half of two.
    maxWorkers: "100%",
    projects: [
      // node:crypto always has an HMAC; the excluded tests are for runtimes that may lack one.
      runtime("node", ["test/src/**/*.test.ts"], ["test/src/jws/require-hmac.test.ts", GROWTH]),
      // Only code that signs or verifies differs on WebCrypto.
      runtime("web", [
        "test/src/index.{properties,secrecy,vectors}.test.ts",
        "test/src/{jws,verify}/**/*.test.ts",
        "test/src/mint/access-token{,.template,.to-jwt}.test.ts",
        "test/src/lint/{lint,signature}.test.ts",
      ]),
      // React Native reads tokens, but has no HMAC, which nearly all tests sign with.
      runtime("react-native", ["test/src/jws/require-hmac.test.ts"]),
      {
        resolve: withJws("node"),
        test: { name: "scripts", include: ["test/*.test.ts", "test/scripts/**/*.test.ts"], ...SETTINGS },
      },
    ],
  },
});
