import { compareProtocolVersions, isProtocolVersion } from "../../../src/targets/protocol-version.js";
import { isSchemaObject } from "../json-schema.js";
import { SchemaError } from "../schema-error.js";

/** What a release of livekit-server is built with. */
export interface Server {
  readonly protocol: string;
  /** Where that was read: in the go.mod that the module proxy serves, or in the one at the tag of the repository. */
  readonly source: "go.mod" | "tag";
}

export type Servers = Readonly<Record<string, Server>>;

/** Relative to schema/. */
export const SERVERS_FILE = "protocol/servers.json";

const COMMENT =
  "Which release of github.com/livekit/protocol each release of livekit-server is built with; written by " +
  '"npm run protocol:update", not edited by hand. x.y.z-0.DATE is a commit on the way to x.y.z. source: go.mod is that ' +
  "of the server's module, as the module proxy serves it; tag is that at the tag of the server's repository, of " +
  "releases that no proxy serves.";

/** @throws SchemaError when the text is no such file */
export function parseServers(text: string): Servers {
  const { servers } = JSON.parse(text) as { servers: unknown };
  if (!isSchemaObject(servers)) throw new SchemaError(SERVERS_FILE, "/servers", "must be an object");
  for (const [server, value] of Object.entries(servers)) {
    const protocol = isSchemaObject(value) ? value.protocol : undefined;
    for (const version of [server, String(protocol)]) {
      if (isProtocolVersion(version)) continue;
      throw new SchemaError(SERVERS_FILE, `/servers/${server}`, `"${version}" is no version`);
    }
  }
  return servers as unknown as Servers;
}

/** The file's text: a server a line, oldest first. */
export function writeServers(servers: Servers): string {
  const lines = Object.entries(servers)
    .sort(([a], [b]) => compareProtocolVersions(a, b))
    .map(([server, { protocol, source }]) => `    "${server}": { "protocol": "${protocol}", "source": "${source}" }`);
  return `{\n  "$comment": ${JSON.stringify(COMMENT)},\n  "servers": {\n${lines.join(",\n")}\n  }\n}\n`;
}
