import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { cp, mkdir, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { cacheFolder } from "../../scripts/cache-folder.js";
import { exists } from "../exists.js";
import { commandOf, type PeerSpec, sourceOf } from "./peer-spec.js";
import { retry } from "./retry.js";
import { toolchainVersions } from "./toolchain.js";

const CACHE = join(cacheFolder(), "interop");

/** What tests read in a peer's folder; no part of the program. */
const NOT_BUILT: ReadonlySet<string> = new Set(["known.json"]);

const run = promisify(execFile);

/**
 * The folder that holds a peer, which is built unless that was done with the same files and toolchain before.
 *
 * @throws MissingToolchain when what it needs is not installed
 */
export async function buildPeer(spec: PeerSpec): Promise<string> {
  const versions = await toolchainVersions(spec.needs);
  // Nothing to build: it runs where it stands, with the project's packages.
  if (spec.build.length === 0) return sourceOf(spec);
  const folder = join(CACHE, spec.name, await keyOf(spec, versions));
  if (await exists(folder)) return folder;

  // Built aside, so that what is there is whole: whatever ends this process, and whoever builds the same.
  const unfinished = `${folder}.${process.pid}`;
  try {
    await mkdir(join(CACHE, spec.name), { recursive: true });
    await cp(sourceOf(spec), unfinished, { recursive: true });
    const started = performance.now();
    for (const command of spec.build) await build(spec, commandOf(spec, command, unfinished), unfinished);
    console.log(`built the peer in ${spec.title} in ${Math.round((performance.now() - started) / 1000)} s`);
    await rename(unfinished, folder).catch(async (error: unknown) => {
      if (!(await exists(folder))) throw error;
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return folder;
}

async function build(spec: PeerSpec, [program = "", ...args]: string[], cwd: string): Promise<void> {
  try {
    await retry(() => run(program, args, { cwd, maxBuffer: Number.POSITIVE_INFINITY }));
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${spec.title}: "${[program, ...args].join(" ")}" fails:\n${stdout}${stderr}`, { cause: error });
  }
}

/** A digest of all that makes the program what it is. */
async function keyOf(spec: PeerSpec, versions: string): Promise<string> {
  const hash = createHash("sha256").update(versions);
  const source = sourceOf(spec);
  const entries = await readdir(source, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !NOT_BUILT.has(entry.name));
  for (const path of files.map((file) => join(file.parentPath, file.name)).sort()) {
    hash.update(`\0${path.slice(source.length)}\0`).update(await readFile(path));
  }
  return hash.digest("hex").slice(0, 16);
}
