import { cp, readFile, stat, symlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createContext, runInContext } from "node:vm";
import { expect, inject, it } from "vitest";
import { run } from "../../scripts/process/run.js";
import { installTool } from "../../scripts/runtimes/install.js";
import { isolatedOptions } from "../../scripts/runtimes/isolated-options.js";
import { skipIfUnavailable } from "../../scripts/runtimes/unavailable.js";
import { forge, payload } from "../support/tokens.js";

const METRO = "node_modules/metro/src/cli.js";

const ON_A_SERVER =
  "UNSUPPORTED_RUNTIME: React Native has no WebCrypto; sign and verify tokens on a server, which alone should know the API secret";

it.for(["import", "require"])("React Native's Metro bundles an app that reads tokens, by %s", async (by, { skip }) => {
  await skipIfUnavailable(skip, async () => {
    const modules = join(await installTool("metro"), "node_modules");
    const app = join(inject("work"), `metro-${by}`);
    await cp(fileURLToPath(new URL("metro", import.meta.url)), app, { recursive: true });
    await symlink(modules, join(app, "node_modules"));
    const env = { MODULES: modules, PACKAGES: join(dirname(inject("work")), "node_modules") };
    const bundle = join(app, "bundle.js");
    const build = [METRO, "build", `${by}.js`, "--platform", "android", "--minify", "true", "--out", bundle];
    await run(process.execPath, build, isolatedOptions(app, env));

    const token = forge(payload({ sub: "Zoë 👩‍🚀", video: { room: "stage", canPublishSources: ["camera"] } }));
    expect(await runAsReactNative(await readFile(bundle, "utf8"), token)).toEqual({
      identity: "Zoë 👩‍🚀",
      room: "stage",
      publishes: true,
      malformed: expect.stringMatching(/^MALFORMED_TOKEN: /),
      minting: ON_A_SERVER,
      verifying: ON_A_SERVER,
      hashing: ON_A_SERVER,
    });

    // Release builds contain bytecode.
    const bytecode = join(app, "bundle.hbc");
    await run(hermesc(modules), ["-w", "-O", "-emit-binary", "-out", bytecode, bundle], isolatedOptions(app));
    expect((await stat(bytecode)).size).toBeGreaterThan(0);
  });
});

/** Runs a bundle with only the globals of the language, and those of React Native that reading needs. */
async function runAsReactNative(bundle: string, token: string): Promise<unknown> {
  const context = createContext({ atob, btoa, console });
  // Hermes lacks these methods.
  runInContext("delete String.prototype.isWellFormed; delete String.prototype.toWellFormed;", context);
  runInContext(bundle, context);
  return JSON.parse(await runInContext(`answer(${JSON.stringify(token)}).then(JSON.stringify)`, context));
}

function hermesc(modules: string): string {
  const folder = { darwin: "osx-bin", win32: "win64-bin" }[process.platform as string] ?? "linux64-bin";
  return join(modules, "hermes-compiler", "hermesc", folder, "hermesc");
}
