import { cp, readFile, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { folderOf, type LanguageSpec } from "../../scripts/languages/language-spec.js";
import { cacheFolder } from "../../scripts/process/cache-folder.js";
import { retry } from "../../scripts/process/retry.js";
import { run, withoutRetries } from "../../scripts/process/run.js";
import { cachedFolder, digestOf, filesOf } from "../interop/cached-folder.js";
import { toolchainVersions } from "../interop/toolchain.js";
import type { Instructions } from "./page-blocks.js";

const BUNDLES = fileURLToPath(new URL("../../generated/bundles/", import.meta.url));

/** Files that only the suite and the page read. */
const NOT_BUILT: ReadonlySet<string> = new Set(["language.json", "example.out"]);

/** An installed generator, in a folder with its output. */
export interface Generated {
  readonly folder: string;
  /** The environment of commands. */
  readonly env: NodeJS.ProcessEnv;
  /** Runs commands in the folder, in one shell. Returns their output. */
  run(commands: string): Promise<string>;
}

/**
 * Follows the instructions of a page up to the example. Does nothing when this was done before with the same page,
 * files and toolchain.
 *
 * @throws MissingToolchain when a required program is not installed
 */
export async function buildGenerator(spec: LanguageSpec, page: Instructions): Promise<Generated> {
  const install = await installed(spec, page);
  const source = folderOf(spec);
  const bundle = join(BUNDLES, spec.bundle);
  const compile = [page.generate, page.build ?? "", ...(spec.roundtrip?.build ?? [])].join("\n");
  const env = environment(spec, install);
  const made = [compile, JSON.stringify(spec.path ?? []), ...[...page.files].flat(), await readFile(bundle)];
  const digest = digestOf([...made, ...(await filesOf(source, NOT_BUILT))]);
  const folder = await cached(spec, "built", install, digest, async (unfinished) => {
    await cp(source, unfinished, { recursive: true });
    await cp(bundle, join(unfinished, spec.bundle));
    for (const [file, text] of page.files) await writeFile(join(unfinished, file), text);
    await shell(spec, compile, unfinished, env);
  });
  return { folder, env, run: (commands) => shell(spec, commands, folder, env) };
}

/** Returns the folder in which the generator is installed. It is separate from the build, which changes more often. */
async function installed(spec: LanguageSpec, page: Instructions): Promise<string> {
  const manifests = spec.manifests ?? [];
  const texts = manifests.map((file) => readFile(join(folderOf(spec), file)));
  const versions = await toolchainVersions(spec.needs);
  const digest = digestOf([versions, page.install, JSON.stringify(spec.env ?? {}), ...(await Promise.all(texts))]);
  return cached(spec, `installed ${spec.tool}`, join(cacheFolder(), "languages", spec.id), digest, async (folder) => {
    for (const file of manifests) await cp(join(folderOf(spec), file), join(folder, file));
    // npm installs into the nearest parent folder that looks like a project, so the folder needs its own package.json.
    await writeFile(join(folder, "package.json"), '{ "private": true }\n');
    await shell(spec, page.install, folder, environment(spec, folder));
  });
}

/** Returns a cached folder, which `fill` fills from the network. Each attempt starts with an empty folder. */
function cached(
  spec: LanguageSpec,
  done: string,
  parent: string,
  digest: string,
  fill: (folder: string) => Promise<void>,
): Promise<string> {
  return retry(() =>
    cachedFolder(parent, digest, async (folder) => {
      const started = performance.now();
      await fill(folder);
      console.log(`${spec.title}: ${done} in ${Math.round((performance.now() - started) / 1000)} s`);
    }),
  );
}

function environment(spec: LanguageSpec, install: string): NodeJS.ProcessEnv {
  const fill = (text: string): string => text.replaceAll("{install}", install);
  const variables = Object.entries(spec.env ?? {}).map(([name, value]) => [name, fill(value)] as const);
  const path = [...(spec.path ?? []).map(fill), process.env.PATH ?? ""].join(delimiter);
  return { ...process.env, ...Object.fromEntries(variables), PATH: path };
}

async function shell(spec: LanguageSpec, commands: string, cwd: string, env: NodeJS.ProcessEnv): Promise<string> {
  try {
    return await run("sh", ["-e", "-c", commands], { cwd, env: withoutRetries(env) });
  } catch (error) {
    throw new Error(`${spec.title}: ${(error as Error).message}`, { cause: error });
  }
}
