import { join } from "node:path";
import type { Servers } from "../../model/history/servers.js";
import { cacheFolder } from "../../process/cache-folder.js";
import { run } from "../../process/run.js";
import { askGo, GO_FOLDER, listedReleases, PROTOCOL_MODULE, SERVER_MODULE } from "./go-client.js";

/** The same servers, and those that the module proxy lists beyond them. */
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

/** The release of the protocol that a release of livekit-server is built with. The hash of a commit gives no order. */
export async function protocolOfServer(release: string): Promise<string> {
  return (await requiredProtocol(release)).replace(/-[\da-f]{12}$/, "");
}

/**
 * The version of the protocol that the go.mod of a release of livekit-server requires. The cache keeps that.
 *
 * @throws NotServedError when no proxy serves the release
 * @throws UnreachableError when the proxy does not answer
 */
export async function requiredProtocol(release: string): Promise<string> {
  const env = { GOMODCACHE: join(cacheFolder(), "go-mod"), GOFLAGS: "-modcacherw" };
  const listed = JSON.parse(await askGo(["list", "-m", "-json", `${SERVER_MODULE}@v${release}`], env));
  const parsed: GoMod = JSON.parse(await run("go", ["mod", "edit", "-json", listed.GoMod], { cwd: GO_FOLDER }));
  const required = parsed.Require?.find(({ Path }) => Path === PROTOCOL_MODULE);
  const isReplaced = parsed.Replace?.some(({ Old }) => Old.Path === PROTOCOL_MODULE);
  if (!required || isReplaced) {
    throw new Error(`livekit-server ${release} does not require a release of ${PROTOCOL_MODULE} as it is`);
  }
  return required.Version.replace(/^v/, "");
}
