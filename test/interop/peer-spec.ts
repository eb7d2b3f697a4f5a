import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { cacheFolder } from "../../scripts/process/cache-folder.js";

const PEERS = fileURLToPath(new URL("./peers/", import.meta.url));

/** The specification of a program in another language, from a JSON file in its folder. */
export interface ProgramSpec {
  /** The name of its folder. */
  readonly name: string;
  /** The language and the package, with its version. */
  readonly title: string;
  /** Commands that print the versions of the required programs, such as "go version". */
  readonly needs: readonly string[];
  /** Commands that build it, run in a copy of its folder. `{source}` is its folder, `{cache}` the copy. */
  readonly build: readonly (readonly string[])[];
  /** The command that runs it, in the copy, or in its own folder when there is nothing to build. */
  readonly run: readonly string[];
  /** Its folder, which is not part of the file. */
  readonly source: string;
  /** The folder of the cache for the copies, which is not part of the file. */
  readonly cache: string;
}

/** The specification of a peer, from its peer.json. The program exposes another SDK. */
export interface PeerSpec extends ProgramSpec {
  /** "webhook" when it verifies webhooks only: the token must vouch for a body. */
  readonly verifies: true | "webhook";
}

/** Returns the specifications of all peers by name. Each is a folder of peers/. */
export function loadPeers(): Promise<PeerSpec[]> {
  return loadPrograms(PEERS, "peer.json", "interop");
}

/**
 * Returns the specifications of the programs in a folder, by name. Each has a folder there.
 *
 * @param file the name of the file with its specification
 * @param suite the name of the folder of the cache for built programs
 */
export async function loadPrograms<T extends ProgramSpec>(folder: string, file: string, suite: string): Promise<T[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  names.sort();
  return Promise.all(
    names.map(async (name): Promise<T> => {
      const source = join(folder, name);
      const said = JSON.parse(await readFile(join(source, file), "utf8"));
      return { ...said, source, cache: join(cacheFolder(), suite, name) };
    }),
  );
}

/** Reads a JSON file in a peer's folder. */
export async function readPeerFile<T>(name: string, file: string): Promise<T> {
  return JSON.parse(await readFile(join(PEERS, name, file), "utf8"));
}

/** Replaces the placeholders in a command. */
export function commandOf(spec: ProgramSpec, command: readonly string[], copy: string): string[] {
  return command.map((part) => part.replaceAll("{cache}", copy).replaceAll("{source}", spec.source));
}
