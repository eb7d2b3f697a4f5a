import { cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, inject, it } from "vitest";
import { bareEnvironment } from "../../scripts/process/bare-environment.js";
import { run } from "../../scripts/process/run.js";
import { installTool, TOOLS } from "../../scripts/runtimes/install.js";
import { unlessUnavailable } from "../../scripts/runtimes/unavailable.js";

const COMPILERS = ["typescript-5", "typescript-6", "typescript-7"] as const;
const MODULES = [
  { module: "node16", moduleResolution: "node16" },
  { module: "nodenext", moduleResolution: "nodenext" },
  { module: "esnext", moduleResolution: "bundler" },
] as const;

const cases = COMPILERS.flatMap((compiler) =>
  MODULES.flatMap(({ module, moduleResolution }) =>
    [true, false].map((exactOptionalPropertyTypes) => ({
      compiler,
      module,
      moduleResolution,
      exactOptionalPropertyTypes,
    })),
  ),
);

let consumer: string;

beforeAll(async () => {
  consumer = join(inject("work"), "consumer");
  await cp(fileURLToPath(new URL("consumer", import.meta.url)), consumer, { recursive: true });
});

it.for(cases)(
  "compiles with $compiler, moduleResolution $moduleResolution, exactOptionalPropertyTypes $exactOptionalPropertyTypes",
  async ({ compiler, ...options }, { skip }) => {
    await unlessUnavailable(skip, async () => {
      const folder = join(await installTool(compiler), "node_modules", "typescript");
      const project = join(consumer, `${compiler}-${options.moduleResolution}-${options.exactOptionalPropertyTypes}`);
      await mkdir(project);
      await writeFile(join(project, "tsconfig.json"), JSON.stringify(tsconfig(options)));
      const inProject = { cwd: project, env: bareEnvironment(), timeout: 5 * 60_000 };
      // It prints what is wrong, and fails.
      expect(await run(process.execPath, [join(folder, "bin", "tsc"), "--project", project], inProject)).toBe("");
    });
  },
);

it("names the compilers by their major version", () => {
  for (const compiler of COMPILERS) expect(compiler).toBe(`typescript-${TOOLS[compiler].typescript?.split(".")[0]}`);
});

function tsconfig(options: Record<string, unknown>): unknown {
  return {
    compilerOptions: {
      ...options,
      target: "es2022",
      // As in a browser's project: none of Node's types.
      lib: ["es2022", "dom"],
      types: [],
      strict: true,
      noEmit: true,
      skipLibCheck: false,
    },
    files: ["../consumer.ts"],
  };
}
