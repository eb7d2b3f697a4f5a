import { cp, mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { cacheFolder } from "../../scripts/process/cache-folder.js";
import { exists } from "../../scripts/process/exists.js";
import { download, run } from "../../scripts/process/run.js";
import { toolchainVersions } from "./toolchain.js";

const CACHE = join(cacheFolder(), "interop");
const MODULE = "github.com/livekit/livekit-server";

/** What prints the toolchain that a binary depends on. */
export const GO = "go env GOVERSION GOOS GOARCH";

/**
 * The path of livekit-server's binary, which is built unless that was done with the same toolchain before.
 *
 * @throws MissingToolchain when there is no Go
 */
export async function buildServer(version: string): Promise<string> {
  const toolchain = (await toolchainVersions([GO])).trim().split(/\s+/);
  const binary = join(CACHE, ["livekit-server", version, ...toolchain].join("-"));
  if (await exists(binary)) return binary;

  // Built aside, so that what is there is whole: whatever ends this process, and whoever builds the same.
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

/** `go install` refuses the module for its replacements, and the module cache is read-only: so a copy is built. */
async function compile(version: string, folder: string): Promise<string> {
  const printed = await download("go", ["mod", "download", "-json", `${MODULE}@v${version}`], { cwd: folder });
  const { Dir: downloaded } = JSON.parse(printed) as { Dir: string };
  const source = join(folder, "source");
  await cp(downloaded, source, { recursive: true });
  await run("chmod", ["-R", "u+w", source]);
  await download("go", ["mod", "download"], { cwd: source });

  const binary = join(folder, "livekit-server");
  // Quietly: it takes all processors for minutes otherwise.
  const build = ["go", "build", "-p", "2", "-buildvcs=false", "-o", binary, "./cmd/server"];
  await run("nice", build, { cwd: source, tether: true });
  return binary;
}
