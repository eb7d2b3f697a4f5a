import { defineConfig, type UserConfig } from "tsdown";

/** Each file stands alone: a cold import reads two, not the chunks that they would share. */
const file = (name: string, options: UserConfig): UserConfig => ({
  entry: { [name]: `src/${name}.ts` },
  format: "esm",
  platform: "neutral",
  target: "es2022",
  // `#jws` is resolved where the package runs, by "imports" of package.json.
  deps: { neverBundle: ["#jws", "jose", /^node:/], onlyBundle: ["compare-versions", "@standard-schema/spec"] },
  // A neutral platform has none, and then finds no package that has no "exports".
  inputOptions: { resolve: { mainFields: ["module", "main"] } },
  clean: false,
  logLevel: "warn",
  ...options,
});

export default defineConfig([
  file("index", { dts: true }),
  file("permissions", { dts: true }),
  file("lint", { dts: true }),
  file("targets", { dts: true }),
  file("cli", { dts: false }),
  file("jws/node", { dts: false }),
  file("jws/web", { dts: false }),
]);
