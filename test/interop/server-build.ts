import { cp, mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { cacheFolder } from "../../scripts/process/cache-folder.js";
import { exists } from "../../scripts/process/exists.js";
import { download, run } from "../../scripts/process/run.js";
import { toolchainVersions } from "./toolchain.js";

const CACHE = join(cacheFolder(), "interop");
const MODULE = "github.com/livekit/livekit-server";

/** Prints the toolchain that a binary depends on. */
export const GO = "go env GOVERSION GOOS GOARCH";

/**
 * Returns the path of livekit-server's binary. Builds it first, unless the same toolchain built it before.
 *
 * @throws MissingToolchain when Go is not installed
 */
export async function buildServer(version: string): Promise<string> {
  const toolchain = (await toolchainVersions([GO])).trim().split(/\s+/);
  const binary = join(CACHE, ["livekit-server", version, ...toolchain].join("-"));
  if (await exists(binary)) return binary;

  // Built under a temporary name, so that an aborted or a parallel run never leaves a partial result.
  const folder = `${binary}.${process.pid}`;
  try {
    await mkdir(folder, { recursive: true });
    console.log(`building livekit-server ${version}`);
    await rename(await compile(version, folder), binary);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return binary;
}

/** Builds a copy: `go install` rejects a module with replacements, and the module cache is read-only. */
async function compile(version: string, folder: string): Promise<string> {
  const printed = await download("go", ["mod", "download", "-json", `${MODULE}@v${version}`], { cwd: folder });
  const { Dir: downloaded } = JSON.parse(printed) as { Dir: string };
  const source = join(folder, "source");
  await cp(downloaded, source, { recursive: true });
  await run("chmod", ["-R", "u+w", source]);
  await download("go", ["mod", "download"], { cwd: source });

  const binary = join(folder, "livekit-server");
  // Limits the parallelism, since the build would use all processors for minutes.
  const build = ["go", "build", "-p", "2", "-buildvcs=false", "-o", binary, "./cmd/server"];
  await run("nice", build, { cwd: source, tether: true });
  return binary;
}
