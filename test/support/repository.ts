import { execFileSync } from "node:child_process";
import { cp, mkdir, symlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { ROOT, temporaryFolder } from "./copies.js";

/** Copies the repository: the files that git tracks, a link to the installed packages, and one commit. */
export async function copyRepository(): Promise<string> {
  const folder = await temporaryFolder();
  const files = git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0").filter(Boolean);
  for (const file of files) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await cp(join(ROOT, file), join(folder, file));
  }
  await symlink(join(ROOT, "node_modules"), join(folder, "node_modules"));
  git(folder, "init", "-q");
  git(folder, "add", "-A");
  git(folder, "-c", "user.name=test", "-c", "user.email=test@example.invalid", "commit", "-qm", "A copy");
  return folder;
}

/** Returns the files that differ from the commit, deleted and new ones included. */
export function changedFiles(folder: string): string[] {
  return git(folder, "status", "--porcelain", "--untracked-files=all", "-z")
    .split("\0")
    .filter(Boolean)
    .map((line) => line.slice(3))
    .sort();
}

function git(cwd: string, ...args: readonly string[]): string {
  return execFileSync("git", args, { cwd, encoding: "utf8", maxBuffer: 2 ** 26 });
}
