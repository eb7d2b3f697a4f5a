import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

type Runtime = "node" | "web" | "react-native";

const withJws = (name: Runtime) => ({
  alias: { "#jws": fileURLToPath(new URL(`./src/jws/${name}.ts`, import.meta.url)) },
});

/** Long enough for a machine that is many times slower, or busy: a test that hangs fails all the same. */
const PATIENCE = { testTimeout: 3 * 60_000, hookTimeout: 3 * 60_000 };

/** Tests of what is published, on one implementation of `#jws`. */
const runtime = (name: Runtime, include: string[], exclude: string[] = []) => ({
  resolve: withJws(name),
  // One module graph for all files: they hold no state, and importing it anew for each takes longer than the tests.
  test: { name, include, exclude, isolate: false, ...PATIENCE },
});

export default defineConfig({
  test: {
    // Vitest leaves one core free, which of two is half of them.
    maxWorkers: "100%",
    projects: [
      // The tests of a runtime that may lack an HMAC: node:crypto is always there.
      runtime("node", ["test/src/**/*.test.ts"], ["test/src/jws/require-hmac.test.ts"]),
      // Only what signs or verifies is another thing on WebCrypto.
      runtime("web", [
        "test/src/index.{properties,secrecy,vectors}.test.ts",
        "test/src/{jws,mint,verify}/**/*.test.ts",
        "test/src/lint/lint.test.ts",
      ]),
      // React Native reads tokens and has no HMAC, which nearly all tests sign with.
      runtime("react-native", ["test/src/jws/require-hmac.test.ts"]),
      {
        resolve: withJws("node"),
        test: { name: "scripts", include: ["test/*.test.ts", "test/scripts/**/*.test.ts"], ...PATIENCE },
      },
    ],
  },
});
