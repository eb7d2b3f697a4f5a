import { createRequire } from "node:module";
import { join } from "node:path";
import { bundleFor } from "../bundle.js";
import { importFrom, installTool } from "../install.js";
import type { Driver } from "./driver.js";

/** The part of miniflare that is used here. */
interface Miniflare {
  dispatchFetch(url: string): Promise<Response>;
  dispose(): Promise<void>;
}
type MiniflareModule = { readonly Miniflare: new (options: Record<string, unknown>) => Miniflare };

export const workerdDriver: Driver = {
  runtime: "workerd",
  async drive(suite) {
    const script = await bundleFor("worker", join(suite, "worker.js"));
    const report = JSON.parse(await withWorker(script, (fetchPath) => fetchPath("/")));
    return { version: await workerdVersion(), ...report };
  },
};

/**
 * Starts a worker without the modules of Node, and stops it when `use` is done.
 *
 * @param use receives a function that sends a request to the worker and returns the text of the response
 * @throws Unavailable when workerd does not install
 */
export async function withWorker<T>(
  script: string,
  use: (fetchPath: (path: string) => Promise<string>) => Promise<T>,
): Promise<T> {
  const { Miniflare } = (await importFrom(await installTool("workerd"), "miniflare")) as MiniflareModule;
  // With `cf: false`, miniflare does not download a description of a data center.
  const worker = new Miniflare({ modules: true, script, compatibilityDate: "2025-01-01", cf: false });
  try {
    return await use(async (path) => {
      const response = await worker.dispatchFetch(`http://127.0.0.1${path}`);
      const text = await response.text();
      if (!response.ok) throw new Error(`the worker answered ${response.status}: ${text}`);
      return text;
    });
  } finally {
    await worker.dispose();
  }
}

export async function workerdVersion(): Promise<string> {
  const require = createRequire(join(await installTool("workerd"), "package.json"));
  return require("workerd/package.json").version;
}
