import { oldestProtocol, servers } from "../../generated/targets.js";
import { invalidArgument } from "../issues/error.js";
import { nearest } from "../issues/nearest.js";
import { typeName } from "../json/type-name.js";
import { compareProtocolVersions, isProtocolVersion } from "./protocol-version.js";

const SERVER = "livekit-server@";
const PROTOCOL = "protocol@";

/**
 * Returns the targets that are releases of the server, such as "livekit-server@1.0.0", oldest first. Releases of the protocol
 * ("protocol@1.43.4") are targets too, but not listed, since any version from the oldest known one on is valid.
 */
export function targetNames(): string[] {
  return Object.keys(servers).map((version) => SERVER + version);
}

/**
 * Returns the version of the protocol that a target uses: "1.43.4".
 *
 * @throws AccessTokenError INVALID_ARGUMENT when the name is not that of a target; the message suggests the nearest
 */
export function protocolOf(name: string): string {
  if (typeof name !== "string") throw invalidArgument(`the name of a target must be a string; got ${typeName(name)}`);
  const version = name.slice(name.indexOf("@") + 1);
  if (name.startsWith(SERVER) && Object.hasOwn(servers, version)) return servers[version] as string;
  if (name.startsWith(PROTOCOL) && isProtocolVersion(version)) {
    if (compareProtocolVersions(version, oldestProtocol) >= 0) return version;
    throw invalidArgument(`${name} is too old to be a target; the oldest is ${PROTOCOL}${oldestProtocol}`);
  }
  throw invalidArgument(`${JSON.stringify(name)} is not a known target; ${hint(name, version)}`);
}

/** Returns what to write instead of an unknown name. */
function hint(text: string, version: string): string {
  if (text.startsWith(SERVER) && isProtocolVersion(version)) {
    const near = neighbours(version);
    return `the nearest ${near.length === 1 ? "is" : "are"} ${near.join(", ")}`;
  }
  const suggestion = nearest(text, targetNames()) ?? correctPrefix(text, version);
  if (suggestion !== undefined) return `did you mean "${suggestion}"?`;
  return `write ${targetNames().at(-1)} or ${PROTOCOL}1.43.4`;
}

/** Returns the known releases of the server that come before and after an unknown one. */
function neighbours(version: string): string[] {
  const known = Object.keys(servers);
  const after = known.findIndex((other) => compareProtocolVersions(other, version) > 0);
  const at = after === -1 ? known.length : after;
  return known.slice(Math.max(at - 1, 0), at + 1).map((other) => SERVER + other);
}

/** Returns a protocol target with its prefix corrected: "protocol@1.43.4" for "protocl@1.43.4". */
function correctPrefix(text: string, version: string): string | undefined {
  const misspelt = nearest(text.slice(0, -version.length), [PROTOCOL]);
  return misspelt !== undefined && isProtocolVersion(version) ? misspelt + version : undefined;
}
