import { writeFile } from "node:fs/promises";
import { join } from "node:path";
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

/** Each example that serves, on each of its runtimes. */
export const APPS: Readonly<Record<string, Start>> = {
  express: byCommand("express", async () => [process.execPath, "--import", "tsx", "app.ts"]),
  fastify: byCommand("fastify", async () => [process.execPath, "--import", "tsx", "app.ts"]),
  "hono on Node": byCommand("hono", async () => [process.execPath, "--import", "tsx", "node.ts"]),
  "hono on Bun": byCommand("hono", async () => [await bunBinary(), "bun.ts"]),
  "hono on Deno": byCommand("hono", async () => [
    ...[await denoBinary(), "run", "--no-prompt", "--allow-env", "--allow-net=127.0.0.1", "deno.ts"],
  ]),
  "hono on Workers": startWorker,
  nest: byCommand("nest", async (folder) => {
    await run(process.execPath, ["node_modules/typescript/bin/tsc"], { cwd: folder, timeout: 5 * 60_000 });
    return [process.execPath, "dist/main.js"];
  }),
  next: byCommand("next", buildNext),
};

/** @param prepare builds the app in its folder, and returns the command that starts it */
function byCommand(name: string, prepare: (folder: string) => Promise<readonly string[]>): Start {
  return async (work, env, use) => {
    const folder = await layOutExample(name, work);
    const command = await prepare(folder);
    return withServer(command, { cwd: folder, env: bareEnvironment({ PORT: "0", ...DENO_ENV, ...env }) }, use);
  };
}

async function buildNext(folder: string): Promise<readonly string[]> {
  // Here the packages are in other folders of the cache, which Next.js must know.
  const root = JSON.stringify(CACHE);
  const config = `export default { outputFileTracingRoot: ${root}, turbopack: { root: ${root} } };\n`;
  await writeFile(join(folder, "next.config.mjs"), config);
  const env = bareEnvironment({ NEXT_TELEMETRY_DISABLED: "1" });
  const next = [process.execPath, "node_modules/next/dist/bin/next"] as const;
  await run(next[0], [next[1], "build"], { cwd: folder, env, timeout: 10 * 60_000 });
  return [...next, "start", "--hostname", "127.0.0.1", "--port", "0"];
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
