import { cp } from "node:fs/promises";
import { download } from "../../scripts/process/run.js";
import { cachedFolder, digestOf, filesOf } from "./cached-folder.js";
import { commandOf, type ProgramSpec } from "./peer-spec.js";
import { toolchainVersions } from "./toolchain.js";

/** What tests read in a program's folder; no part of the program. */
const NOT_BUILT: ReadonlySet<string> = new Set(["known.json"]);

/**
 * The folder that holds a program, which is built unless that was done with the same files and toolchain before.
 *
 * @throws MissingToolchain when what it needs is not installed
 */
export async function buildPeer(spec: ProgramSpec): Promise<string> {
  const versions = await toolchainVersions(spec.needs);
  // Nothing to build: it runs where it stands, with the project's packages.
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
