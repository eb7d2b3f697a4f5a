/** A release of the server, as images, tags and `livekit-server --version` write it. */
const SERVER = /^(?:[\w.:/-]*\/)?livekit-server(?:\s+version)?[:@\s]\s*v?(\d+\.\d+\.\d+)(?:@sha256:[\da-f]+)?$/i;

/** A release alone. */
const VERSION = /^v?(\d+\.\d+\.\d+)$/i;

/** A release of the protocol, as go.mod writes it. */
const PROTOCOL = /^(?:github\.com\/livekit\/)?protocol[@\s]\s*v?(\d+\.\d+\.\d+\S*)$/i;

/** Returns the name of a target for the names that people have at hand: "1.9.11", "v1.9.11", "livekit/livekit-server:v1.9.11". */
export function targetName(text: string): string {
  const trimmed = text.trim();
  const server = (SERVER.exec(trimmed) ?? VERSION.exec(trimmed))?.[1];
  if (server !== undefined) return `livekit-server@${server}`;
  const protocol = PROTOCOL.exec(trimmed)?.[1];
  return protocol === undefined ? text : `protocol@${protocol}`;
}
