import { cp, readFile, symlink } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { beforeAll, expect, inject, it } from "vitest";
import { BUDGETS } from "../../scripts/bench/bundle-size.js";
import { run } from "../../scripts/process/run.js";
import { openPage } from "../../scripts/runtimes/drivers/chromium.js";
import { NO_CODE_GENERATION } from "../../scripts/runtimes/drivers/processes.js";
import { withWorker } from "../../scripts/runtimes/drivers/workerd.js";
import { installTool } from "../../scripts/runtimes/install.js";
import { isolatedOptions } from "../../scripts/runtimes/isolated-options.js";
import { skipIfUnavailable } from "../../scripts/runtimes/unavailable.js";

type Target = "node" | "browser" | "worker";

/** The commands that build the example apps, each in the folder of its bundler. */
const BUNDLERS = {
  esbuild: ["build.js"],
  rollup: ["node_modules/rollup/dist/bin/rollup", "--config", "--silent"],
  vite: ["node_modules/vite/bin/vite.js", "build"],
  webpack: ["build.js"],
} as const;

/** The largest number of bytes that the package and its dependencies may add to an app, minified and gzipped. */
const LIMITS: Readonly<Record<Target, number>> = { ...BUDGETS, worker: BUDGETS.browser };

const RUN: Readonly<Record<Target, (bundle: string) => Promise<string>>> = {
  node: (bundle) => run(process.execPath, [NO_CODE_GENERATION, bundle], isolatedOptions(inject("work"))),
  browser: async (bundle) => (await openPage(await readFile(bundle, "utf8"))).answer,
  worker: async (bundle) => withWorker(await readFile(bundle, "utf8"), (fetchPath) => fetchPath("/")),
};

const cases = Object.keys(BUNDLERS).flatMap((bundler) =>
  Object.keys(LIMITS).map((target) => ({ bundler: bundler as keyof typeof BUNDLERS, target: target as Target })),
);

beforeAll(() => cp(fileURLToPath(new URL("apps", import.meta.url)), join(inject("work"), "apps"), { recursive: true }));

it.for(cases)("$bundler builds a working app for $target", async ({ bundler, target }, { skip }) => {
  await skipIfUnavailable(skip, async () => {
    const bundle = await buildApp(bundler, target);
    const code = await readFile(bundle, "utf8");
    // A message of src/jws/web.ts shows whether it is bundled, since no minifier changes messages.
    expect({ node: /\bnode:/.test(code), web: code.includes("WebCrypto is not available") }).toEqual({
      node: target === "node",
      web: target !== "node",
    });
    expect(/\beval\s*\(|\bFunction\s*\(/.test(code)).toBe(false);
    const bytes = gzipped(code) - (await ownBytes(target));
    console.log(`${bundler} for ${target}: ${bytes} bytes of at most ${LIMITS[target]}`);
    expect(bytes).toBeLessThanOrEqual(LIMITS[target]);
    expect(await RUN[target](bundle)).toBe("alice my-room true");
  });
});

async function buildApp(bundler: keyof typeof BUNDLERS, target: Target): Promise<string> {
  const folder = join(inject("work"), "apps", bundler);
  // The bundler is installed for the app, and the package in the parent folder.
  const modules = join(await installTool(bundler), "node_modules");
  await symlink(modules, join(folder, "node_modules")).catch((error) => {
    if (error.code !== "EEXIST") throw error;
  });
  await run(process.execPath, BUNDLERS[bundler], isolatedOptions(folder, { TARGET: target }));
  return join(folder, target, "app.js");
}

/** Returns the size of the app without the package. */
async function ownBytes(target: Target): Promise<number> {
  const { outputFiles } = await build({
    entryPoints: [join(inject("work"), "apps", `${target}.js`)],
    external: ["livekit-claims"],
    bundle: true,
    minify: true,
    format: "esm",
    write: false,
  });
  return gzipped(outputFiles[0]?.contents ?? "");
}

function gzipped(code: string | Uint8Array): number {
  return gzipSync(code, { level: 9 }).length;
}
