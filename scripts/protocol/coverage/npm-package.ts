import { join } from "node:path";
import { CommandFailed, download, run } from "../../process/run.js";
import { fullReleases } from "../full-releases.js";

/** Returns the full releases of a package, oldest first. */
export async function npmReleasesOf(name: string): Promise<string[]> {
  return fullReleases(JSON.parse(await npm("view", name, "versions", "--json")));
}

/** Downloads and unpacks a release. Returns the folder of the package. */
export async function obtainFromNpm(name: string, workspace: string, release: string): Promise<string> {
  await npm("pack", `${name}@${release}`, "--pack-destination", workspace);
  const tarball = `${name.replace("@", "").replace("/", "-")}-${release}.tgz`;
  await run("tar", ["-xzf", join(workspace, tarball), "-C", workspace]);
  return join(workspace, "package");
}

async function npm(...args: readonly string[]): Promise<string> {
  try {
    return await download("npm", [...args, "--loglevel=error"]);
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    // The other lines show where the error occurred inside npm.
    const lines = error.ended.stderr.split("\n").filter((line) => !/^npm error( {2,}|$| [A-Z}])/.test(line));
    throw new Error(`npm ${args[0]} failed:\n${lines.join("\n")}`, { cause: error });
  }
}
