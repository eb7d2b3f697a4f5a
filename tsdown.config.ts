import { writeFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { defineConfig, type UserConfig } from "tsdown";
import { NOTICES, notices, packageFolder } from "./scripts/release/notices.js";

/** The entries of the package. */
const ENTRIES = ["index", "endpoint", "permissions", "lint", "schemas", "targets"];
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

/**
 * Lets bundlers drop a class whose methods have symbols for names: evaluating a computed name may have effects, for all that
 * they know, so an app that only reads tokens would get the minting class, and jose with it.
 */
const droppableClasses = {
  name: "droppable-classes",
  generateBundle(_: unknown, bundle: Record<string, { code?: string }>): void {
    for (const file of Object.values(bundle)) if (file.code !== undefined) file.code = file.code.replace(CLASS, pure);
  },
};

/** A class at the top of a file that has a method with a computed name. */
const CLASS =
  /^var (\w+) = (class \w+(?: extends \w+)? \{\n(?:[^}\n].*\n|\n)*?\t(?:static )?\[(?:[^}\n].*\n|\n|[^}\n]\n)*\});$/gm;
const pure = (_: string, name: string, code: string): string => `var ${name} = /* @__PURE__ */ (() => ${code})();`;

/** The files that contain code of a package, by the folder of the package. Shared by all builds of this file. */
const bundled = new Map<string, Set<string>>();

/** Writes the licenses of the packages whose code is in a file. */
const thirdPartyNotices = {
  name: "third-party-notices",
  writeBundle(
    { dir = "" }: { dir?: string },
    bundle: Record<string, { modules?: Record<string, { renderedLength: number }> }>,
  ): void {
    for (const [file, { modules = {} }] of Object.entries(bundle)) {
      for (const [module, { renderedLength }] of Object.entries(modules)) {
        const folder = packageFolder(module);
        if (folder !== undefined && renderedLength > 0)
          bundled.set(folder, (bundled.get(folder) ?? new Set()).add(file));
      }
    }
    // No hook runs after the last build, so each build writes what is known by then.
    if (bundled.size > 0) writeFileSync(join(dir, NOTICES), notices(bundled));
  },
};

/** Each file stands alone: a cold import reads two, not the chunks that they would share. */
const file = (name: string, format: "esm" | "cjs"): UserConfig => ({
  ...COMMON,
  entry: { [name]: `src/${name}.ts` },
  format,
  plugins: [droppableClasses, thirdPartyNotices],
  outExtensions: () => ({ js: format === "esm" ? ".js" : ".cjs" }),
  // jose is an ES module, which CommonJS outside of Node may be unable to load.
  deps:
    format === "esm"
      ? { neverBundle: EXTERNAL, onlyBundle: BUNDLED }
      : { neverBundle: EXTERNAL, onlyBundle: [...BUNDLED, "jose"], alwaysBundle: ["jose"] },
});

/**
 * The program starts quickly: the action of a command is a chunk that is loaded when the command is known. What actions share
 * is in few chunks, since each file takes time. CommonJS, since importing a module of Node as an ES module reads every
 * export of it, which loads streams and WebCrypto.
 */
const program: UserConfig = {
  ...file("cli", "cjs"),
  // Rolldown wants it for chunks by groups.
  inputOptions: { ...COMMON.inputOptions, preserveEntrySignatures: "allow-extension" },
  minify: { compress: false, mangle: false, codegen: true },
  outputOptions: {
    chunkFileNames: "cli/[name].cjs",
    codeSplitting: {
      includeDependenciesRecursively: false,
      groups: [
        {
          name: "program",
          test: /\/src\/(json|issues|cli\/terminal|cli\/args\/(?!t))|\/spec\.ts$|grant-flags|shapes\.ts$/,
        },
        { name: "doctor", test: /\/src\/(paste|lint(?!\/durations)|permissions|report|cli\/args\/tokens)/ },
        {
          name: "tokens",
          test: /\/generated\/|\/src\/(jws|room-config|targets|claims|mint|verify)\/|lint\/durations|cli\/args\/t|compare-versions/,
        },
      ],
    },
  },
};

/** The types of all entries share chunks. They are CommonJS, of which those of an ES module can be made; not vice versa. */
const types: UserConfig = {
  ...COMMON,
  entry: Object.fromEntries(ENTRIES.map((name) => [name, `src/${name}.ts`])),
  format: "esm",
  outExtensions: () => ({ js: ".cjs", dts: ".d.cts" }),
  outputOptions: { chunkFileNames: "types/[name].cjs" },
  dts: { emitDtsOnly: true },
  plugins: [thirdPartyNotices],
  deps: { neverBundle: EXTERNAL, onlyBundle: BUNDLED },
  async onSuccess({ outDir }) {
    for (const name of ENTRIES) await writeFile(join(outDir, `${name}.d.ts`), `export * from "./${name}.cjs";\n`);
  },
};

export default defineConfig([
  ...[...ENTRIES, ...RUNTIMES].flatMap((name) => [file(name, "esm"), file(name, "cjs")]),
  program,
  types,
]);
