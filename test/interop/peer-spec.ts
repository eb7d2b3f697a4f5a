import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const PEERS = fileURLToPath(new URL("./peers/", import.meta.url));

/** What a peer's peer.json says: how another SDK's program is built and run. */
export interface PeerSpec {
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
  /** "webhook" when it has no verifier of tokens but checks a webhook's: the token must vouch for a body. */
  readonly verifies: true | "webhook";
}

/** All peers, by name: each is a folder of peers/. */
export async function loadPeers(): Promise<PeerSpec[]> {
  const entries = await readdir(PEERS, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  names.sort();
  return Promise.all(names.map((name) => readPeerFile<PeerSpec>(name, "peer.json")));
}

export const sourceOf = (spec: PeerSpec): string => join(PEERS, spec.name);

/** A file of JSON in a peer's folder. */
export async function readPeerFile<T>(name: string, file: string): Promise<T> {
  return JSON.parse(await readFile(join(PEERS, name, file), "utf8"));
}

/** A command with its places filled in. */
export function commandOf(spec: PeerSpec, command: readonly string[], cache: string): string[] {
  return command.map((part) => part.replaceAll("{cache}", cache).replaceAll("{source}", sourceOf(spec)));
}
