import { createRequire } from "node:module";
import { join } from "node:path";
import { bundleFor } from "../bundle.js";
import { importFrom, installTool } from "../install.js";
import type { Driver } from "./driver.js";

/** What is used here of miniflare. */
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
 * Starts a worker, without any of Node's modules, for as long as it is used.
 *
 * @param use is given a function that sends the worker a request, and gives the text of the answer
 * @throws Unavailable when workerd does not install
 */
export async function withWorker<T>(
  script: string,
  use: (fetchPath: (path: string) => Promise<string>) => Promise<T>,
): Promise<T> {
  const { Miniflare } = (await importFrom(await installTool("workerd"), "miniflare")) as MiniflareModule;
  // cf: false, for else it fetches a description of a data centre.
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
