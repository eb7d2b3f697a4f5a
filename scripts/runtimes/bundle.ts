import { type BuildOptions, build } from "esbuild";

/** The options with which the bundlers of each kind of runtime resolve packages. */
export const PLATFORMS: Readonly<Record<"browser" | "worker", BuildOptions>> = {
  browser: { platform: "browser", conditions: ["browser"] },
  // The options of wrangler.
  worker: { platform: "neutral", conditions: ["workerd", "worker", "browser"], mainFields: ["module", "main"] },
};

/** Bundles an entry of the suite with all its imports into one file, for runtimes that do not resolve packages. */
export async function bundleFor(kind: keyof typeof PLATFORMS, entry: string): Promise<string> {
  const { outputFiles } = await build({
    ...PLATFORMS[kind],
    entryPoints: [entry],
    bundle: true,
    format: "esm",
    target: "es2022",
    write: false,
    logLevel: "silent",
  });
  return outputFiles?.[0]?.text ?? "";
}
