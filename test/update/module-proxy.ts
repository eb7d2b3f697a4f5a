import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { PROTOCOL_MODULE, SERVER_MODULE } from "../../scripts/protocol/module/go-client.js";
import { temporaryFolder } from "../support/copies.js";

/** A release of the module: the folder with its files, or their texts by path. */
export type ModuleFiles = string | Readonly<Record<string, string>>;

/**
 * Creates a module proxy in a folder, with versions of the protocol, and the go.mod files of servers.
 *
 * @param listed the versions in its list; it serves others as well
 * @returns the environment variables with which Go uses only this proxy
 */
export async function moduleProxy(
  releases: Readonly<Record<string, ModuleFiles>>,
  { listed = Object.keys(releases), servers = {} as Readonly<Record<string, string>> } = {},
): Promise<NodeJS.ProcessEnv> {
  const folder = await temporaryFolder();
  const put = (module: string, file: string, content: string | Buffer): void => {
    const path = join(folder, module, "@v", file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  };
  const info = (version: string): string => JSON.stringify({ Version: `v${version}`, Time: "2026-01-01T00:00:00Z" });

  put(PROTOCOL_MODULE, "list", listed.map((version) => `v${version}\n`).join(""));
  for (const [version, files] of Object.entries(releases)) {
    put(PROTOCOL_MODULE, `v${version}.info`, info(version));
    put(PROTOCOL_MODULE, `v${version}.mod`, `module ${PROTOCOL_MODULE}\n`);
    put(PROTOCOL_MODULE, `v${version}.zip`, await zip(files, `${PROTOCOL_MODULE}@v${version}/`));
  }
  put(
    SERVER_MODULE,
    "list",
    Object.keys(servers)
      .map((version) => `v${version}\n`)
      .join(""),
  );
  for (const [version, goMod] of Object.entries(servers)) {
    put(SERVER_MODULE, `v${version}.info`, info(version));
    put(SERVER_MODULE, `v${version}.mod`, goMod);
  }
  return { GOPROXY: pathToFileURL(folder).href, GONOSUMDB: "github.com/livekit/*", GOFLAGS: "-mod=mod" };
}

/** Creates the archive with git, which every checkout has. */
async function zip(files: ModuleFiles, prefix: string): Promise<Buffer> {
  const folder = await temporaryFolder();
  if (typeof files === "string") cpSync(files, folder, { recursive: true });
  for (const [path, text] of Object.entries(typeof files === "string" ? {} : files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const git = (...args: string[]) => execFileSync("git", args, { cwd: folder });
  git("init", "--quiet");
  git("add", "--all");
  const tree = git("write-tree").toString().trim();
  return git("archive", "--format=zip", `--prefix=${prefix}`, tree);
}
