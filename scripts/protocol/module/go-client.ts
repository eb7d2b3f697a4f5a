import { fileURLToPath } from "node:url";
import { MissingProgram } from "../../process/execute.js";
import { download } from "../../process/run.js";
import { fullReleases } from "../full-releases.js";

/** The modules that are followed: the protocol, and the server that is built with it. */
export const PROTOCOL_MODULE = "github.com/livekit/protocol";
export const SERVER_MODULE = "github.com/livekit/livekit-server";

/** The programs in Go, and the folder that the Go client runs in: outside of a module it answers no questions. */
export const GO_FOLDER = fileURLToPath(new URL("go/", import.meta.url));

/** The proxy, which may be a folder, or the checksum database has no such version: asking again changes nothing. */
const NOT_SERVED = /403 Forbidden|404 Not Found|410 Gone|unknown revision|reading file:.*no such file/;

/** The proxy did not answer. */
export class UnreachableError extends Error {
  override readonly name = "UnreachableError";
}

/** No proxy serves this version of a module. */
export class NotServedError extends Error {
  override readonly name = "NotServedError";
}

/**
 * Runs the Go client where it may reach a module proxy.
 *
 * @throws NotServedError when the proxy has no such version
 * @throws UnreachableError when it does not answer
 */
export async function askGo(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<string> {
  try {
    return await download("go", args, { cwd: GO_FOLDER, env: { ...process.env, GOWORK: "off", ...env } }, NOT_SERVED);
  } catch (error) {
    if (error instanceof MissingProgram) throw error;
    const { message } = error as Error;
    throw NOT_SERVED.test(message) ? new NotServedError(message) : new UnreachableError(message);
  }
}

/**
 * The full releases of a module that the proxy lists, oldest first. These may be the newest few: older ones are served
 * when they are asked for by name.
 *
 * @throws UnreachableError when the proxy does not answer
 */
export async function listedReleases(module: string): Promise<string[]> {
  const { Versions = [] }: { Versions?: string[] } = JSON.parse(
    await askGo(["list", "-m", "-versions", "-json", module]),
  );
  return fullReleases(Versions.map((version) => version.replace(/^v/, "")));
}
