import { fileURLToPath } from "node:url";
import { MissingProgram } from "../../process/execute.js";
import { download } from "../../process/run.js";
import { fullReleases } from "../full-releases.js";

/** The modules to follow: the protocol, and the server, which is built with it. */
export const PROTOCOL_MODULE = "github.com/livekit/protocol";
export const SERVER_MODULE = "github.com/livekit/livekit-server";

/** The folder of the Go programs. The Go client runs here, since it needs a module. */
export const GO_FOLDER = fileURLToPath(new URL("go/", import.meta.url));

/**
 * Matches the response of a proxy (or folder) or checksum database that does not have a version. Retries do not
 * help.
 */
const NOT_SERVED = /403 Forbidden|404 Not Found|410 Gone|unknown revision|reading file:.*no such file/;

/** The error for a proxy that does not respond. */
export class UnreachableError extends Error {
  override readonly name = "UnreachableError";
}

/** The error for a version of a module that no proxy serves. */
export class NotServedError extends Error {
  override readonly name = "NotServedError";
}

/**
 * Runs the Go client with access to the module proxy.
 *
 * @throws NotServedError when the proxy does not have the version
 * @throws UnreachableError when the proxy does not respond
 */
export async function runGo(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<string> {
  try {
    return await download("go", args, { cwd: GO_FOLDER, env: { ...process.env, GOWORK: "off", ...env } }, NOT_SERVED);
  } catch (error) {
    if (error instanceof MissingProgram) throw error;
    const { message } = error as Error;
    throw NOT_SERVED.test(message) ? new NotServedError(message) : new UnreachableError(message);
  }
}

/**
 * Returns the full releases of a module that the proxy lists, oldest first. A proxy may list only the newest; it
 * serves older ones on request.
 *
 * @throws UnreachableError when the proxy does not respond
 */
export async function listedReleases(module: string): Promise<string[]> {
  const { Versions = [] }: { Versions?: string[] } = JSON.parse(
    await runGo(["list", "-m", "-versions", "-json", module]),
  );
  return fullReleases(Versions.map((version) => version.replace(/^v/, "")));
}
