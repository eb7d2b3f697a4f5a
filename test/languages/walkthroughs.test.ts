import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readWalkthroughs, type Walkthrough, walkthroughText } from "../../scripts/languages/walkthrough.js";
import { cacheFolder } from "../../scripts/process/cache-folder.js";
import { retry } from "../../scripts/process/retry.js";
import { run, withoutRetries } from "../../scripts/process/run.js";
import { cachedFolder, digestOf } from "../interop/cached-folder.js";
import { toolchainVersions } from "../interop/toolchain.js";
import { isMissing } from "./missing-languages.js";
import { blocksOf } from "./page-blocks.js";

const BUNDLES = fileURLToPath(new URL("../../generated/bundles/", import.meta.url));

const all = (["validators", "draft-04", "ruby", "openapi", "builds"] as const).flatMap(readWalkthroughs);

for (const walkthrough of all) {
  const title = `${walkthrough.group}/${walkthrough.id}`;
  describe.skipIf(await isMissing({ ...walkthrough, title }))(`the page about ${title}`, () => {
    it("leads from an empty folder to what it says is printed", async () => {
      const blocks = blocksOf(walkthroughText(walkthrough));
      const commands = blocks.filter(({ info }) => info === "sh").map(({ text }) => text);
      const last = commands.pop() ?? "";
      const files = blocks.flatMap(({ file, text }) => (file === undefined ? [] : [[file, text] as const]));
      const folder = await prepared(walkthrough, files, commands);
      expect(await shell(title, last, folder)).toBe(blocks.find(({ info }) => info === "text")?.text);
    });
  });
}

/** Returns a folder in which all was done up to the last commands, by an earlier run or now. */
async function prepared(
  { group, id, needs, bundles }: Walkthrough,
  files: readonly (readonly [string, string])[],
  commands: readonly string[],
): Promise<string> {
  const copies = Object.entries(bundles).map(([name, bundle]) => [join(BUNDLES, bundle), name] as const);
  const contents = await Promise.all(copies.map(([bundle]) => readFile(bundle)));
  const digest = digestOf([await toolchainVersions(needs), ...commands, ...files.flat(), ...contents]);
  return retry(() =>
    cachedFolder(join(cacheFolder(), "languages", "walkthroughs", group, id), digest, async (folder) => {
      const started = performance.now();
      // npm installs into the nearest parent folder that looks like a project.
      await writeFile(join(folder, "package.json"), '{ "private": true }\n');
      for (const [bundle, name] of copies) await cp(bundle, join(folder, name));
      for (const [file, text] of files) {
        await mkdir(dirname(join(folder, file)), { recursive: true });
        await writeFile(join(folder, file), text);
      }
      for (const each of commands) await shell(`${group}/${id}`, each, folder);
      console.log(`${group}/${id}: prepared in ${Math.round((performance.now() - started) / 1000)} s`);
    }),
  );
}

const ENV = {
  REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
  REDOCLY_TELEMETRY: "off",
  CARGO_INCREMENTAL: "0",
  CARGO_PROFILE_DEV_DEBUG: "0",
  PIP_DISABLE_PIP_VERSION_CHECK: "1",
  PIP_QUIET: "1",
  npm_config_audit: "false",
  npm_config_fund: "false",
};

async function shell(title: string, commands: string, cwd: string): Promise<string> {
  try {
    return await run("sh", ["-e", "-c", commands], { cwd, env: withoutRetries({ ...process.env, ...ENV }) });
  } catch (error) {
    throw new Error(`${title}: ${(error as Error).message}`, { cause: error });
  }
}
