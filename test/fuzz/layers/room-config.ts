import { isDeepStrictEqual } from "node:util";
import { RoomConfiguration } from "@livekit/protocol";
import { AccessTokenError, Claims } from "../../../src/index.js";
import { loadPeers, startPeer } from "../../interop/peer.js";
import { MissingToolchain } from "../../interop/toolchain.js";
import { knownToProtobufEs } from "../../support/protobuf-es.js";
import { forge, KEY, payload, SECRET } from "../../support/tokens.js";
import { layer, type PeerLayer } from "../layer.js";
import { roomConfigs } from "../room-configs.js";

/** The canonical form that a reader returns, or its error. */
type Reading = { readonly config: unknown } | { readonly refused: string };

function byUs(config: unknown): Reading {
  try {
    return { config: Claims.fromUnverified(forge(payload({ roomConfig: config }))).roomConfig ?? {} };
  } catch (error) {
    if (error instanceof AccessTokenError) return { refused: error.message };
    throw error;
  }
}

/**
 * Returns undefined for a value that protobuf-es can read but not write: it drops an unknown name of an enum, and
 * keeps the oneof set to it.
 */
function byProtobufEs(config: unknown): Reading | undefined {
  let message: RoomConfiguration;
  try {
    message = RoomConfiguration.fromJson(config as never, { ignoreUnknownFields: true });
  } catch (error) {
    return { refused: (error as Error).message };
  }
  try {
    return { config: message.toJson() };
  } catch {
    return undefined;
  }
}

function expectSame(config: unknown, theirs: Reading | undefined, who: string): void {
  if (theirs === undefined) return;
  const ours = byUs(config);
  const alike =
    "config" in ours && "config" in theirs ? isDeepStrictEqual(ours, theirs) : "config" in ours === "config" in theirs;
  if (!alike) throw new Error(`this library has ${JSON.stringify(ours)}, ${who} ${JSON.stringify(theirs)}`);
}

/** Removes nulls: protobuf-es counts a null as a member of its oneof, but Go and the specification do not. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).filter(([, member]) => member !== null);
  return Object.fromEntries(members.map(([name, member]) => [name, withoutNulls(member)]));
}

/** Whether a value holds a string such as "1.", which Number and protobuf-es read, and neither JSON nor Go does. */
function hasLooseNumber(value: unknown): boolean {
  if (typeof value === "string")
    return (
      /\d/.test(value) && !Number.isNaN(Number(value)) && !/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(value)
    );
  return typeof value === "object" && value !== null && Object.values(value).some(hasLooseNumber);
}

/**
 * Compares the canonical forms of protobuf-es and of this library, or checks that both reject the room
 * configuration.
 */
export const roomConfigInProtobufEs = layer(
  "room-config, protobuf-es",
  roomConfigs.map(withoutNulls).map(knownToProtobufEs),
  (config) => expectSame(config, hasLooseNumber(config) ? undefined : byProtobufEs(config), "protobuf-es"),
);

/** Compares with Go's protojson, which servers use. */
export const roomConfigInGo: PeerLayer = {
  name: "room-config, Go",
  async start() {
    const spec = (await loadPeers()).find(({ name }) => name === "go");
    if (spec === undefined) throw new Error("test/interop/peers has no go");
    try {
      const peer = await startPeer(spec);
      const check = async (config: unknown): Promise<void> => {
        // The verifier in Go uses the real time.
        const now = Math.floor(Date.now() / 1000);
        const token = forge({ ...payload({ roomConfig: config }), nbf: now - 60, exp: now + 600 });
        const answer = await peer.verify({ key: KEY, secret: SECRET, token });
        const theirs = answer.ok ? { config: answer.claims?.roomConfig ?? {} } : { refused: answer.error };
        expectSame(config, theirs, "Go");
      };
      return { ...layer("room-config, Go", roomConfigs, check), stop: () => peer.stop() };
    } catch (error) {
      if (!(error instanceof MissingToolchain)) throw error;
      console.warn(`SKIPPED: room-config, Go: ${error.message}`);
      return undefined;
    }
  },
};
