import { join } from "node:path";
import type { Servers } from "../../model/history/servers.js";
import { cacheFolder } from "../../process/cache-folder.js";
import { run } from "../../process/run.js";
import { GO_FOLDER, listedReleases, NotServedError, PROTOCOL_MODULE, runGo, SERVER_MODULE } from "./go-client.js";

/** The error for a server that is built with something else than a version of the protocol. */
export class NoProtocolError extends Error {
  override readonly name = "NoProtocolError";
}

export interface ListedServers {
  readonly servers: Servers;
  /** The reasons why listed servers are not among them, a line each. The next update tries these again. */
  readonly problems: readonly string[];
}

/** Adds the servers that only the module proxy lists. */
export async function withNewServers(known: Servers): Promise<ListedServers> {
  const servers = { ...known };
  const problems: string[] = [];
  for (const release of await listedReleases(SERVER_MODULE)) {
    try {
      servers[release] ??= { protocol: await protocolOfServer(release), source: "go.mod" };
    } catch (error) {
      if (!(error instanceof NoProtocolError || error instanceof NotServedError)) throw error;
      problems.push(`not recorded: ${error.message.trim().replace(/\s*\n\s*/g, " ")}`);
    }
  }
  return { servers, problems };
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
 * @throws NoProtocolError when it requires none, or replaces it
 * @throws UnreachableError when the proxy does not respond
 */
export async function requiredProtocol(release: string): Promise<string> {
  const env = { GOMODCACHE: join(cacheFolder(), "go-mod"), GOFLAGS: "-modcacherw" };
  const listed = JSON.parse(await runGo(["list", "-m", "-json", `${SERVER_MODULE}@v${release}`], env));
  const parsed: GoMod = JSON.parse(await run("go", ["mod", "edit", "-json", listed.GoMod], { cwd: GO_FOLDER }));
  const required = parsed.Require?.find(({ Path }) => Path === PROTOCOL_MODULE);
  const isReplaced = parsed.Replace?.some(({ Old }) => Old.Path === PROTOCOL_MODULE);
  if (!required || isReplaced) {
    throw new NoProtocolError(
      `livekit-server ${release} does not require a release of ${PROTOCOL_MODULE}, or replaces it`,
    );
  }
  return required.Version.replace(/^v/, "");
}
