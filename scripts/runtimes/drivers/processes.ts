import { randomUUID } from "node:crypto";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { bareEnvironment } from "../../process/bare-environment.js";
import { run } from "../../process/run.js";
import { CACHE } from "../cache.js";
import { installTool, type Tool } from "../install.js";
import type { Driver } from "./driver.js";

/** The V8 flag that forbids `eval` and `new Function`. Bun has no such flag. */
export const NO_CODE_GENERATION = "--disallow-code-generation-from-strings";

type NodeTool = Extract<Tool, `node-${string}`>;

/** The releases of Node that are tested and timed. */
export const NODE_TOOLS: readonly NodeTool[] = ["node-20", "node-22", "node-24", "node-26"];

/** Releases in which require() does not load ES modules. */
export const WITHOUT_REQUIRE_OF_ESM: readonly NodeTool[] = ["node-20.11", "node-22.11"];

/** Drivers of runtimes that run a command, which resolves the installed package. */
export const processDrivers: readonly Driver[] = [
  ...NODE_TOOLS.map((tool) => ({
    runtime: `Node ${tool.slice("node-".length)}`,
    drive: async (suite: string) =>
      drive([await nodeBinary(tool), NO_CODE_GENERATION, "process.js", "no-code-generation"], suite),
  })),
  ...WITHOUT_REQUIRE_OF_ESM.map((tool) => ({
    runtime: `Node ${tool.slice("node-".length)}, by require`,
    drive: async (suite: string) =>
      drive([await nodeBinary(tool), NO_CODE_GENERATION, "process.cjs", "no-code-generation"], suite),
  })),
  { runtime: "Bun", drive: async (suite) => drive([await bunBinary(), "process.js"], suite) },
  {
    runtime: "Deno",
    async drive(suite) {
      // The package needs no permission but to read these two variables.
      const allowed = ["--no-prompt", "--allow-env=LIVEKIT_API_KEY,LIVEKIT_API_SECRET"];
      const command = [await denoBinary(), "run", ...allowed, `--v8-flags=${NO_CODE_GENERATION}`, "process.js"];
      return drive([...command, "no-code-generation"], suite);
    },
  },
];

export async function nodeBinary(tool: NodeTool): Promise<string> {
  const modules = join(await installTool(tool), "node_modules");
  const [name = ""] = (await readdir(modules)).filter((entry) => entry.startsWith("node-"));
  return join(modules, name, "bin", "node");
}

export async function bunBinary(): Promise<string> {
  const platforms = join(await installTool("bun"), "node_modules", "@oven");
  // Bun may also have a baseline build, for older processors, which has a longer name.
  const [name = ""] = (await readdir(platforms)).sort((a, b) => a.length - b.length);
  return join(platforms, name, "bin", "bun");
}

export async function denoBinary(): Promise<string> {
  const platforms = join(await installTool("deno"), "node_modules", "@deno");
  const [name = ""] = await readdir(platforms);
  return join(platforms, name, "deno");
}

/** Variables that keep Deno within the cache folder and prevent its check for updates. */
export const DENO_ENV = { DENO_DIR: join(CACHE, "deno-dir"), DENO_NO_UPDATE_CHECK: "1" };

async function drive([program = "", ...args]: readonly string[], suite: string): ReturnType<Driver["drive"]> {
  const keys = { LIVEKIT_API_KEY: "APIenvironment", LIVEKIT_API_SECRET: randomUUID() };
  const env = bareEnvironment({ ...keys, ...DENO_ENV });
  return JSON.parse(await run(program, args, { cwd: suite, env, timeout: 5 * 60_000 }));
}
