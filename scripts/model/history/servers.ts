import { compareProtocolVersions, isProtocolVersion } from "../../../src/targets/protocol-version.js";
import { isSchemaObject } from "../json-schema.js";
import { SchemaError } from "../schema-error.js";

/** The protocol of a release of livekit-server. */
export interface Server {
  readonly protocol: string;
  /** The source of this fact: the go.mod that the module proxy serves, or the go.mod at the tag of the repository. */
  readonly source: "go.mod" | "tag";
}

export type Servers = Readonly<Record<string, Server>>;

/** The path relative to schema/. */
export const SERVERS_FILE = "protocol/servers.json";

const COMMENT =
  "The release of github.com/livekit/protocol that each release of livekit-server is built with. Written by " +
  '"npm run protocol:update"; do not edit. x.y.z-0.DATE is a commit before x.y.z. source: "go.mod" is the file of the ' +
  "server's module, from the module proxy; \"tag\" is the file at the tag of the server's repository, for releases " +
  "that no proxy serves.";

/** @throws SchemaError when the text is not such a file */
export function parseServers(text: string): Servers {
  const { servers } = JSON.parse(text) as { servers: unknown };
  if (!isSchemaObject(servers)) throw new SchemaError(SERVERS_FILE, "/servers", "must be an object");
  for (const [server, value] of Object.entries(servers)) {
    const protocol = isSchemaObject(value) ? value.protocol : undefined;
    for (const version of [server, String(protocol)]) {
      if (isProtocolVersion(version)) continue;
      throw new SchemaError(SERVERS_FILE, `/servers/${server}`, `"${version}" is not a version`);
    }
  }
  return servers as unknown as Servers;
}

/** Returns the text of the file: a line for each server, oldest first. */
export function writeServers(servers: Servers): string {
  const lines = Object.entries(servers)
    .sort(([a], [b]) => compareProtocolVersions(a, b))
    .map(([server, { protocol, source }]) => `    "${server}": { "protocol": "${protocol}", "source": "${source}" }`);
  return `{\n  "$comment": ${JSON.stringify(COMMENT)},\n  "servers": {\n${lines.join(",\n")}\n  }\n}\n`;
}
