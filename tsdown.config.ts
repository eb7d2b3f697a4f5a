import { writeFile } from "node:fs/promises";
import { defineConfig, type UserConfig } from "tsdown";

/** The entries of the package. */
const ENTRIES = ["index", "permissions", "lint", "schemas", "targets"];
const RUNTIMES = ["jws/node", "jws/web", "jws/react-native"];

const COMMON: UserConfig = {
  platform: "neutral",
  target: "es2022",
  // A neutral platform has none, and then finds no package that has no "exports".
  inputOptions: { resolve: { mainFields: ["module", "main"] } },
  clean: false,
  logLevel: "warn",
  dts: false,
};

// `#jws` is resolved where the package runs, by "imports" of package.json.
const EXTERNAL = ["#jws", /^node:/];
/** What is taken along; anything else is a mistake. */
const BUNDLED = ["compare-versions", "@standard-schema/spec"];

/** Each file stands alone: a cold import reads two, not the chunks that they would share. */
const file = (name: string, format: "esm" | "cjs"): UserConfig => ({
  ...COMMON,
  entry: { [name]: `src/${name}.ts` },
  format,
  outExtensions: () => ({ js: format === "esm" ? ".js" : ".cjs" }),
  // jose is an ES module, which CommonJS outside of Node may be unable to load.
  deps:
    format === "esm"
      ? { neverBundle: EXTERNAL, onlyBundle: BUNDLED }
      : { neverBundle: EXTERNAL, onlyBundle: [...BUNDLED, "jose"], alwaysBundle: ["jose"] },
});

/** The types of all entries share chunks. They are CommonJS, of which those of an ES module can be made; not vice versa. */
const types: UserConfig = {
  ...COMMON,
  entry: Object.fromEntries(ENTRIES.map((name) => [name, `src/${name}.ts`])),
  format: "esm",
  outExtensions: () => ({ js: ".cjs", dts: ".d.cts" }),
  outputOptions: { chunkFileNames: "types/[name].cjs" },
  dts: { emitDtsOnly: true },
  deps: { neverBundle: EXTERNAL, onlyBundle: BUNDLED },
  async onSuccess() {
    for (const name of ENTRIES) await writeFile(`dist/${name}.d.ts`, `export * from "./${name}.cjs";\n`);
  },
};

export default defineConfig([
  ...[...ENTRIES, ...RUNTIMES].flatMap((name) => [file(name, "esm"), file(name, "cjs")]),
  file("cli", "esm"),
  types,
]);
