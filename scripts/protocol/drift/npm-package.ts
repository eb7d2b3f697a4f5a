import { join } from "node:path";
import { fullReleases } from "./full-releases.js";
import { download, run } from "./program.js";

/** The full releases of a package, oldest first. */
export async function npmReleasesOf(name: string): Promise<string[]> {
  return fullReleases(JSON.parse(await download("npm", ["view", name, "versions", "--json"])));
}

/** The newest release, as the tag "latest" says. */
export async function newestOnNpm(name: string): Promise<string> {
  return JSON.parse(await download("npm", ["view", name, "version", "--json"]));
}

/** Unpacks a release; gives the folder of the package. */
export async function obtainFromNpm(name: string, workspace: string, release: string): Promise<string> {
  await download("npm", ["pack", `${name}@${release}`, "--silent", "--pack-destination", workspace]);
  const tarball = `${name.replace("@", "").replace("/", "-")}-${release}.tgz`;
  await run("tar", ["-xzf", join(workspace, tarball), "-C", workspace]);
  return join(workspace, "package");
}
