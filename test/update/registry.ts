import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { run } from "../../scripts/process/run.js";
import { temporaryFolder } from "../support/copies.js";

export interface Registry {
  readonly url: string;
  /** The releases whose tarballs were asked for, in order. */
  readonly downloads: string[];
  close(): void;
}

/** An npm registry on the loopback that has @livekit/protocol in the versions given, each with its files. */
export async function startRegistry(
  releases: Readonly<Record<string, Readonly<Record<string, string>>>>,
): Promise<Registry> {
  const tarballs = new Map<string, Buffer>();
  for (const [version, files] of Object.entries(releases)) tarballs.set(version, await pack(version, files));
  const downloads: string[] = [];
  const server = createServer(({ url = "" }, response) => {
    const version = /\/protocol-(.+)\.tgz$/.exec(url)?.[1];
    const tarball = version === undefined ? undefined : tarballs.get(version);
    if (version !== undefined && tarball) {
      downloads.push(version);
      response.end(tarball);
    } else if (/^\/@livekit(\/|%2f)protocol$/i.test(url)) {
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(packument(tarballs, origin())));
    } else {
      response.statusCode = 404;
      response.end("{}");
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url: origin(), downloads, close: () => server.close() };
}

function packument(tarballs: ReadonlyMap<string, Buffer>, origin: string): object {
  const versions = [...tarballs].map(([version, tarball]) => {
    const integrity = `sha512-${createHash("sha512").update(tarball).digest("base64")}`;
    const dist = { tarball: `${origin}/@livekit/protocol/-/protocol-${version}.tgz`, integrity };
    return [version, { name: "@livekit/protocol", version, dist }];
  });
  return {
    name: "@livekit/protocol",
    "dist-tags": { latest: [...tarballs.keys()].at(-1) },
    versions: Object.fromEntries(versions),
  };
}

async function pack(version: string, files: Readonly<Record<string, string>>): Promise<Buffer> {
  const folder = await temporaryFolder();
  const manifest = JSON.parse(files["package.json"] ?? "{}");
  const all = { ...files, "package.json": JSON.stringify({ name: "@livekit/protocol", version, ...manifest }) };
  for (const [name, text] of Object.entries(all)) {
    mkdirSync(join(folder, "package", name, ".."), { recursive: true });
    writeFileSync(join(folder, "package", name), text);
  }
  await run("tar", ["-czf", "package.tgz", "package"], { cwd: folder });
  return readFileSync(join(folder, "package.tgz"));
}
