import { execFileSync } from "node:child_process";
import { copyCheckout } from "../../scripts/release/copy-checkout.js";
import { ROOT, temporaryFolder } from "./copies.js";

/** Copies the repository: the files that git tracks, a link to the installed packages, and one commit. */
export async function copyRepository(): Promise<string> {
  const folder = await temporaryFolder();
  await copyCheckout(ROOT, folder);
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
