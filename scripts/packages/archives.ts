import { gzipSync, type Zippable, zipSync } from "fflate";
import { createTar } from "nanotar";

/** A file of a package: its path, with "/", and its bytes. */
export interface PackagedFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** A zip whose bytes depend on the files alone. Zips have local times: this one is the first that they can say. */
export function zip(files: readonly PackagedFile[]): Uint8Array {
  const mtime = new Date(1980, 0, 1);
  // The same rights on every system: read by all, written by the owner.
  const attributes = { mtime, os: 3, attrs: 0o100644 << 16 };
  const entries = files.map(({ path, content }) => [path, [bytes(content), attributes]] as const);
  return zipSync(Object.fromEntries(entries) as Zippable, { level: 9 });
}

/** A gzipped tar whose bytes depend on the files alone. */
export function tarGz(files: readonly PackagedFile[]): Uint8Array {
  const long = files.find(({ path }) => Buffer.byteLength(path) > 100);
  if (long) throw new Error(`${long.path} is longer than the 100 bytes that a name in a tar may have`);
  const attrs = { mtime: 0, uid: 0, gid: 0, mode: "644" };
  const tar = createTar(files.map(({ path, content }) => ({ name: path, data: bytes(content), attrs })));
  return gzipSync(tar, { level: 9, mtime: 0 });
}

function bytes(content: string | Uint8Array): Uint8Array {
  return typeof content === "string" ? new TextEncoder().encode(content) : content;
}
