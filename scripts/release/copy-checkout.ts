import { appendFile, copyFile, mkdir, symlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { exists } from "../process/exists.js";
import { run } from "../process/run.js";

/**
 * Copies a checkout into an empty folder: the files that git does not ignore, with what is not committed, and a link to the
 * installed packages. The copy is a repository of its own with one commit.
 */
export async function copyCheckout(root: string, folder: string): Promise<void> {
  const listed = await run("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: root });
  const files = [...new Set(listed.split("\0").filter(Boolean))];
  const folders = new Set(files.map((file) => dirname(join(folder, file))));
  await Promise.all(Array.from(folders, (path) => mkdir(path, { recursive: true })));
  const copied = files.map(async (file) => {
    // A file that was deleted is listed until that is committed.
    if (await exists(join(root, file))) await copyFile(join(root, file), join(folder, file));
  });
  await Promise.all(copied);
  await symlink(join(root, "node_modules"), join(folder, "node_modules"));
  const identity = { "user.name": "copy", "user.email": "copy@example.invalid", "commit.gpgsign": "false" };
  await run("git", ["init", "-q"], { cwd: folder });
  for (const [name, value] of Object.entries(identity)) await run("git", ["config", name, value], { cwd: folder });
  // The pattern of .gitignore matches a folder, not a link.
  await mkdir(join(folder, ".git", "info"), { recursive: true });
  await appendFile(join(folder, ".git", "info", "exclude"), "node_modules\n");
  await run("git", ["add", "-A"], { cwd: folder });
  await run("git", ["commit", "-qm", "A copy"], { cwd: folder });
}
