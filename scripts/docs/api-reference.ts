import { readdirSync } from "node:fs";
import { join } from "node:path";
import { Application, LogLevel, type TypeDocOptions } from "typedoc";
import type { PluginOptions } from "typedoc-plugin-markdown";
import { ROOT } from "./pages.js";

/** Returns the entries of the package that code imports, the main one first: the top of src/, without the command line. */
export function apiEntries(): string[] {
  const entries = readdirSync(join(ROOT, "src")).filter((name) => name.endsWith(".ts") && name !== "cli.ts");
  return entries.sort((a, b) => Number(b === "index.ts") - Number(a === "index.ts"));
}

/**
 * Writes the reference of the API, which is made of the doc comments, as Markdown.
 *
 * @throws Error when a link in a doc comment leads nowhere
 */
export async function writeApiReference(folder: string): Promise<void> {
  const options: TypeDocOptions & Partial<PluginOptions> = {
    plugin: ["typedoc-plugin-markdown"],
    entryPoints: apiEntries().map((name) => join(ROOT, "src", name)),
    tsconfig: join(ROOT, "tsconfig.json"),
    logLevel: LogLevel.Warn,
    readme: "none",
    name: "API",
    entryFileName: "index",
    hideBreadcrumbs: true,
    hidePageHeader: true,
    // `npm run typecheck` has checked the types.
    skipErrorChecking: true,
    disableSources: true,
    excludeInternal: true,
    excludePrivate: true,
    excludeProtected: true,
    // Types that only shorten a signature are spelled out there.
    validation: { notExported: false, invalidLink: true, rewrittenLink: true },
    treatValidationWarningsAsErrors: true,
    outputs: [{ name: "markdown", path: folder }],
  };
  const app = await Application.bootstrapWithPlugins(options as TypeDocOptions);
  const project = await app.convert();
  if (!project) throw new Error("typedoc found errors, which are printed above");
  app.validate(project);
  await app.generateOutputs(project);
  if (app.logger.hasErrors()) throw new Error("typedoc found errors, which are printed above");
}
