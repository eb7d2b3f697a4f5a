import { cp } from "node:fs/promises";
import { download } from "../../scripts/process/run.js";
import { cachedFolder, digestOf, filesOf } from "./cached-folder.js";
import { commandOf, type ProgramSpec } from "./peer-spec.js";
import { toolchainVersions } from "./toolchain.js";

/** Files that only the tests read. */
const NOT_BUILT: ReadonlySet<string> = new Set(["known.json"]);

/**
 * Returns the folder of a built program. Builds it first, unless the same files were built with the same toolchain.
 *
 * @throws MissingToolchain when a required program is not installed
 */
export async function buildPeer(spec: ProgramSpec): Promise<string> {
  const versions = await toolchainVersions(spec.needs);
  // A program without build commands runs in its own folder, with the project's packages.
  if (spec.build.length === 0) return spec.source;
  const digest = digestOf([versions, ...(await filesOf(spec.source, NOT_BUILT))]);
  return cachedFolder(spec.cache, digest, async (folder) => {
    await cp(spec.source, folder, { recursive: true });
    const started = performance.now();
    for (const command of spec.build) await build(spec, commandOf(spec, command, folder), folder);
    console.log(`built the program in ${spec.title} in ${Math.round((performance.now() - started) / 1000)} s`);
  });
}

async function build(spec: ProgramSpec, [program = "", ...args]: string[], cwd: string): Promise<void> {
  try {
    await download(program, args, { cwd });
  } catch (error) {
    throw new Error(`${spec.title}: ${(error as Error).message}`, { cause: error });
  }
}
