import { type BuildOptions, build } from "esbuild";

/** How the bundlers of each kind of runtime resolve a package. */
export const PLATFORMS: Readonly<Record<"browser" | "worker", BuildOptions>> = {
  browser: { platform: "browser", conditions: ["browser"] },
  // As wrangler has it.
  worker: { platform: "neutral", conditions: ["workerd", "worker", "browser"], mainFields: ["module", "main"] },
};

/** An entry of the suite in one file with all that it imports, for runtimes that resolve no packages. */
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
