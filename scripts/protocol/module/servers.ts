import { join } from "node:path";
import type { Servers } from "../../model/history/servers.js";
import { cacheFolder } from "../../process/cache-folder.js";
import { run } from "../../process/run.js";
import { GO_FOLDER, listedReleases, PROTOCOL_MODULE, runGo, SERVER_MODULE } from "./go-client.js";

/** Adds the servers that only the module proxy lists. */
export async function withNewServers(known: Servers): Promise<Servers> {
  const servers = { ...known };
  for (const release of await listedReleases(SERVER_MODULE)) {
    servers[release] ??= { protocol: await protocolOfServer(release), source: "go.mod" };
  }
  return servers;
}

interface GoMod {
  readonly Require: readonly { readonly Path: string; readonly Version: string }[] | null;
  readonly Replace: readonly { readonly Old: { readonly Path: string } }[] | null;
}

/** Returns the protocol release of a livekit-server release, without the commit hash, which has no order. */
export async function protocolOfServer(release: string): Promise<string> {
  return (await requiredProtocol(release)).replace(/-[\da-f]{12}$/, "");
}

/**
 * Returns the version of the protocol that the go.mod of a livekit-server release requires. The cache stores the
 * go.mod.
 *
 * @throws NotServedError when no proxy serves the release
 * @throws UnreachableError when the proxy does not respond
 */
export async function requiredProtocol(release: string): Promise<string> {
  const env = { GOMODCACHE: join(cacheFolder(), "go-mod"), GOFLAGS: "-modcacherw" };
  const listed = JSON.parse(await runGo(["list", "-m", "-json", `${SERVER_MODULE}@v${release}`], env));
  const parsed: GoMod = JSON.parse(await run("go", ["mod", "edit", "-json", listed.GoMod], { cwd: GO_FOLDER }));
  const required = parsed.Require?.find(({ Path }) => Path === PROTOCOL_MODULE);
  const isReplaced = parsed.Replace?.some(({ Old }) => Old.Path === PROTOCOL_MODULE);
  if (!required || isReplaced) {
    throw new Error(`livekit-server ${release} does not require a release of ${PROTOCOL_MODULE}, or replaces it`);
  }
  return required.Version.replace(/^v/, "");
}
