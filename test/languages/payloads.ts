import { isDeepStrictEqual } from "node:util";
import * as fc from "fast-check";
import { AccessToken, RoomConfiguration } from "livekit-server-sdk";
import type { Json } from "../../scripts/vectors/vector.js";
import { validateClaims } from "../../src/index.js";
import { SchemaValues } from "../interop/schema-values.js";
import { validClaims } from "../support/arbitrary-claims.js";
import { readVectors } from "./generated-files.js";
import { shapes } from "./settled.js";

export interface Payload {
  /** Its origin, for messages. */
  readonly name: string;
  readonly claims: Json;
}

/** Fixed, so that a failure can be reproduced. */
const SEED = 20;
const RANDOM = 200;

/** Returns valid payloads, as any SDK may mint them, which the types must preserve. */
export async function loadPayloads(): Promise<Payload[]> {
  return [...EDGES, ...ofEachMember(), ...verified(), ...minted(), await ofTheNodeSdk(), ...random()];
}

const edge = (name: string, claims: Json): Payload => ({
  name,
  claims: { exp: 4102444800, iss: "devkey", sub: "alice", ...claims },
});

const EDGES: readonly Payload[] = [
  edge("canPublish false", { video: { roomJoin: true, room: "r", canPublish: false } }),
  edge("canPublish true", { video: { roomJoin: true, room: "r", canPublish: true } }),
  edge("canPublish absent", { video: { roomJoin: true, room: "r" } }),
  edge("every grant denied", { video: { canPublish: false, canSubscribe: false, canPublishData: false } }),
  edge("exp after 2038", { exp: 2 ** 31 }),
  edge("exp after 2106", { exp: 2 ** 32 }),
  edge("the latest exp", { exp: Number.MAX_SAFE_INTEGER, nbf: 0 }),
  edge("the highest uint32", { roomConfig: { maxParticipants: 2 ** 32 - 1 } }),
  edge("the int32s", { roomConfig: { egress: { room: { advanced: { width: -(2 ** 31), height: 2 ** 31 - 1 } } } } }),
  edge("a message that is set but empty", { roomConfig: { egress: { tracks: { gcp: {} } } } }),
  edge("values of enums that are not known yet", {
    kind: "future",
    kindDetails: ["future"],
    video: { canPublishSources: ["hologram"] },
    roomConfig: { agents: [{ restartPolicy: "JRP_SOMETIMES" }], egress: { participant: { preset: "H267" } } },
  }),
  edge("outlandish text", { name: "\u0000\u2028\u{1f600}\"\\/<&>'", attributes: { "": "", __proto__x: "é" } }),
];

/** Returns each member of the types alone, with each kind of value. */
function ofEachMember(): Payload[] {
  const samples = new SchemaValues(shapes, () => undefined).each(shapes, "");
  return samples.map(({ label, value }) => ({ name: `alone${label}`, claims: value as Json }));
}

/** Returns the claims of valid vectors that are in the canonical spelling. */
function verified(): Payload[] {
  const vectors = [...readVectors("schema.json"), ...readVectors("room-config.json")];
  return vectors.flatMap(({ id, result, flags, token, claims }) => {
    if (result !== "valid" || flags.length > 0) return [];
    const payload: Json = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
    const asMinted = validateClaims(payload).length === 0;
    const config = payload.roomConfig ?? undefined;
    const canonical = config === undefined || isDeepStrictEqual(config, claims?.roomConfig);
    return asMinted && canonical ? [{ name: id, claims: payload }] : [];
  });
}

/** Returns the payloads that this library signs, in full and compact form. */
function minted(): Payload[] {
  return readVectors("mint.json").flatMap(({ id, payload, compact }) => [
    ...(payload === undefined ? [] : [{ name: id, claims: JSON.parse(payload) }]),
    ...(compact === undefined ? [] : [{ name: `${id}, compact`, claims: JSON.parse(compact) }]),
  ]);
}

async function ofTheNodeSdk(): Promise<Payload> {
  const token = new AccessToken("devkey", "secret", { identity: "alice", ttl: "10m", attributes: { seat: "12" } });
  token.addGrant({ roomJoin: true, room: "my-room", canPublish: false });
  token.addSIPGrant({ call: true });
  token.roomConfig = RoomConfiguration.fromJson({
    emptyTimeout: 60,
    egress: { tracks: { filepath: "{track_id}", gcp: {} } },
    agents: [{ agentName: "greeter", metadata: "{}" }],
  });
  const [, payload = ""] = (await token.toJwt()).split(".");
  return { name: "livekit-server-sdk", claims: JSON.parse(Buffer.from(payload, "base64url").toString()) };
}

function random(): Payload[] {
  return fc
    .sample(validClaims, { seed: SEED, numRuns: RANDOM })
    .map((claims, at) => ({ name: `random ${at}`, claims: JSON.parse(JSON.stringify(claims)) }));
}
