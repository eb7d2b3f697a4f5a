import { writeFile } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { bareEnvironment } from "../../scripts/process/bare-environment.js";
import { run } from "../../scripts/process/run.js";
import { bundleFor } from "../../scripts/runtimes/bundle.js";
import { CACHE } from "../../scripts/runtimes/cache.js";
import { bunBinary, DENO_ENV, denoBinary } from "../../scripts/runtimes/drivers/processes.js";
import { importFrom, installTool } from "../../scripts/runtimes/install.js";
import { withServer } from "../../scripts/runtimes/server.js";
import { layOutExample } from "./lay-out.js";

export type Environment = Readonly<Record<string, string>>;

/** Starts an example and stops it when `use` is done, which receives its URL and what it has printed. */
type Start = <T>(work: string, env: Environment, use: (url: string, output: () => string) => Promise<T>) => Promise<T>;

/** Each example that serves, on each of its runtimes, by the commands of its README. */
export const APPS: Readonly<Record<string, Start>> = {
  express: byScripts("express"),
  fastify: byScripts("fastify"),
  "hono on Node": byScripts("hono"),
  "hono on Bun": byScripts("hono", { start: "start:bun", program: bunBinary }),
  "hono on Deno": byScripts("hono", { start: "start:deno", program: denoBinary }),
  "hono on Workers": startWorker,
  nest: byScripts("nest"),
  next: byScripts("next", { prepare: configureNext }),
};

interface Scripts {
  /** The script of package.json that starts the app. */
  readonly start?: string;
  /** Returns the path of the program that the script runs, if npm does not install it. */
  readonly program?: () => Promise<string>;
  readonly prepare?: (folder: string) => Promise<void>;
}

function byScripts(name: string, { start = "start", program, prepare }: Scripts = {}): Start {
  return async (work, settings, use) => {
    const folder = await layOutExample(name, work);
    await prepare?.(folder);
    const env = bareEnvironment({ PORT: "0", NEXT_TELEMETRY_DISABLED: "1", ...DENO_ENV, ...settings });
    if (program) env.PATH = `${dirname(await program())}${delimiter}${env.PATH}`;
    // The variables of the app are only set when it starts: a build needs no keys.
    const build = { cwd: folder, env: bareEnvironment({ NEXT_TELEMETRY_DISABLED: "1" }), timeout: 10 * 60_000 };
    await run("npm", ["run", "--silent", "--if-present", "build"], build);
    return withServer(["npm", "run", "--silent", start], { cwd: folder, env }, use);
  };
}

/** Here the packages are in other folders of the cache, which Next.js must know. */
function configureNext(folder: string): Promise<void> {
  const root = JSON.stringify(CACHE);
  const config = `export default { outputFileTracingRoot: ${root}, turbopack: { root: ${root} } };\n`;
  return writeFile(join(folder, "next.config.mjs"), config);
}

/** The part of miniflare that is used here. */
interface MiniflareModule {
  readonly Miniflare: new (
    options: Record<string, unknown>,
  ) => { readonly ready: Promise<URL>; dispose(): Promise<void> };
}

async function startWorker<T>(
  work: string,
  env: Environment,
  use: (url: string, output: () => string) => Promise<T>,
): Promise<T> {
  const folder = await layOutExample("hono", work);
  const script = await bundleFor("worker", join(folder, "worker.ts"));
  const { Miniflare } = (await importFrom(await installTool("workerd"), "miniflare")) as MiniflareModule;
  const options = { modules: true, script, bindings: env, host: "127.0.0.1", port: 0, cf: false };
  const worker = new Miniflare({ ...options, compatibilityDate: "2025-01-01" });
  try {
    return await use((await worker.ready).origin, () => "");
  } finally {
    await worker.dispose();
  }
}
