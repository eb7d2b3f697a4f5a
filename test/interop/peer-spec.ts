import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { cacheFolder } from "../../scripts/process/cache-folder.js";

const PEERS = fileURLToPath(new URL("./peers/", import.meta.url));

/** How a program of another language is built and run: what a JSON file in its folder says of it. */
export interface ProgramSpec {
  /** The name of its folder. */
  readonly name: string;
  /** The language and the package, with its version. */
  readonly title: string;
  /** Commands that print the version of what it needs, such as "go version". */
  readonly needs: readonly string[];
  /** Commands that build it, run in a copy of its folder. `{source}` is its folder, `{cache}` the copy. */
  readonly build: readonly (readonly string[])[];
  /** The command that runs it, in the copy; in its own folder when there is nothing to build. */
  readonly run: readonly string[];
  /** Its folder, which the file does not say. */
  readonly source: string;
  /** The folder of the cache that the copies are kept in, which the file does not say. */
  readonly cache: string;
}

/** What a peer's peer.json says: the program speaks for another SDK. */
export interface PeerSpec extends ProgramSpec {
  /** "webhook" when it has no verifier of tokens but checks a webhook's: the token must vouch for a body. */
  readonly verifies: true | "webhook";
}

/** All peers, by name: each is a folder of peers/. */
export function loadPeers(): Promise<PeerSpec[]> {
  return loadPrograms(PEERS, "peer.json", "interop");
}

/**
 * The programs in a folder, by name: each has a folder there.
 *
 * @param file the name of the file in it that says how it is built and run
 * @param suite the name of the folder of the cache that holds what is built
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

/** A file of JSON in a peer's folder. */
export async function readPeerFile<T>(name: string, file: string): Promise<T> {
  return JSON.parse(await readFile(join(PEERS, name, file), "utf8"));
}

/** A command with its places filled in. */
export function commandOf(spec: ProgramSpec, command: readonly string[], copy: string): string[] {
  return command.map((part) => part.replaceAll("{cache}", copy).replaceAll("{source}", spec.source));
}
