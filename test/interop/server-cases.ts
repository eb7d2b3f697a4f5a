import type { ServerVersion } from "./server.js";

/** Claims beside those for joining a room, and the servers that refuse to let anybody join with them. */
export interface ServerCase {
  readonly name: string;
  readonly claims: Readonly<Record<string, unknown>>;
  /** The members as JSON text that JSON.stringify cannot write. */
  readonly json?: string;
  readonly refusedBy: readonly ServerVersion[];
}

const NONE: readonly ServerVersion[] = [];
const STRICT: readonly ServerVersion[] = ["1.9.11"];
const ALL: readonly ServerVersion[] = ["1.9.11", "1.13.5"];

const config = (name: string, roomConfig: unknown, refusedBy: readonly ServerVersion[]): ServerCase => ({
  name,
  claims: { roomConfig },
  refusedBy,
});

const room = (egress: object): object => ({ egress: { room: egress } });

/** Spellings of a room configuration. */
export const roomConfigCases: readonly ServerCase[] = [
  config("none", undefined, NONE),
  config("null", null, NONE),
  config("an empty one", {}, NONE),
  config("tags", { tags: { a: "b" } }, STRICT),
  config("no tags", { tags: {} }, STRICT),
  config("null for tags", { tags: null }, STRICT),
  config("an unknown member", { unheardOf: 1 }, STRICT),
  config("null for an unknown member", { unheardOf: null }, STRICT),
  config("an unknown member further in", { agents: [{ unheardOf: 1 }] }, STRICT),
  config("a name in other case", { EmptyTimeout: 60 }, STRICT),
  config("names in snake_case", { empty_timeout: 60, agents: [{ agent_name: "a" }] }, NONE),
  config("a name that is no snake_case in protobuf", { egress: { tracks: { aliOSS: {} } } }, NONE),
  config("that name in snake_case", { egress: { tracks: { ali_oss: {} } } }, STRICT),
  config("both spellings of a member", { emptyTimeout: 60, empty_timeout: 60 }, ALL),
  config("two members of one oneof", { egress: { tracks: { s3: {}, gcp: {} } } }, ALL),
  config("null for a known member", { emptyTimeout: null, agents: null }, NONE),
  config("null in a list", { agents: [null] }, ALL),
  config("an enum's name", room({ audioMixing: "DUAL_CHANNEL_AGENT" }), NONE),
  config("an enum's name in lower case", room({ audioMixing: "dual_channel_agent" }), STRICT),
  config("an unknown name of an enum", room({ audioMixing: "UNHEARD_OF" }), STRICT),
  config("an enum's number", room({ audioMixing: 1 }), NONE),
  config("an unknown number of an enum", room({ audioMixing: 99 }), NONE),
  config("an enum's number in a string", room({ audioMixing: "1" }), STRICT),
  config("a number with a fraction for an enum", room({ audioMixing: 1.5 }), ALL),
  config("a number in a string", { emptyTimeout: "60" }, NONE),
  config("an empty string for a number", { emptyTimeout: "" }, ALL),
  config("a fraction for an integer", { emptyTimeout: 60.5 }, ALL),
  config("a negative number for an unsigned one", { emptyTimeout: -1 }, ALL),
  config("a number over 32 bits", { emptyTimeout: 2 ** 32 }, ALL),
  config("a boolean for a number", { emptyTimeout: true }, ALL),
  config("a string for a boolean", { syncStreams: "true" }, ALL),
  config("a number for a string", { metadata: 5 }, ALL),
  config("an object for a list", { agents: {} }, ALL),
  config("a list for the whole", [], ALL),
  config("a secret", room({ fileOutputs: [{ s3: { secret: "text" } }] }), NONE),
  config("a stream key", room({ streamOutputs: [{ urls: ["rtmp://example.com/key"] }] }), NONE),
  {
    ...config("an integer with a zero fraction", { emptyTimeout: 60 }, NONE),
    json: '"roomConfig":{"emptyTimeout":60.0}',
  },
  { ...config("an integer with an exponent", { emptyTimeout: 60 }, NONE), json: '"roomConfig":{"emptyTimeout":6e1}' },
  {
    ...config("a member twice", { emptyTimeout: 60 }, ALL),
    json: '"roomConfig":{"emptyTimeout":60,"emptyTimeout":60}',
  },
  { ...config("a lone surrogate", { metadata: "\ud800" }, ALL), json: '"roomConfig":{"metadata":"\\ud800"}' },
];

const claim = (name: string, claims: object, refusedBy: readonly ServerVersion[]): ServerCase => ({
  name,
  claims: claims as ServerCase["claims"],
  refusedBy,
});

/** Spellings of other claims. */
export const claimCases: readonly ServerCase[] = [
  claim("an unknown claim", { unheardOf: 1 }, NONE),
  claim("an unknown grant", { video: { unheardOf: 1 } }, NONE),
  claim("an unknown source", { video: { canPublishSources: ["unheard_of"] } }, NONE),
  claim("an unknown kind", { kind: "unheard_of" }, NONE),
  claim("an unknown detail of the kind", { kindDetails: ["unheard_of"] }, NONE),
  claim("a kind in upper case", { kind: "AGENT" }, NONE),
  claim("sip with one member", { sip: { call: true } }, NONE),
  claim("null for a permission", { video: { canPublish: null } }, NONE),
  claim("null for a claim", { name: null, attributes: null, sip: null }, NONE),
  claim("a string for a permission", { video: { canPublish: "yes" } }, ALL),
  claim("a string for a list", { video: { canPublishSources: "camera" } }, ALL),
  claim("a number for a claim", { name: 5 }, ALL),
  claim("a number for an attribute", { attributes: { seat: 12 } }, ALL),
  claim("a grant's name in other case", { video: { roomJoin: undefined, RoomJoin: true } }, STRICT),
  claim("a claim's name in other case", { sub: undefined, Sub: "alice" }, STRICT),
  claim("jti for sub", { sub: undefined, jti: "alice" }, NONE),
  claim("identity for sub", { sub: undefined, identity: "alice" }, ALL),
  claim("a number for jti", { jti: 5 }, ALL),
  claim("no exp", { exp: undefined }, NONE),
  claim("null for exp", { exp: null }, NONE),
  claim("0 for exp", { exp: 0 }, ALL),
  claim("a string for exp", { exp: "9999999999" }, STRICT),
  claim("a fraction in exp", { exp: 9999999999.5 }, NONE),
  claim("no nbf", { nbf: undefined }, NONE),
  claim("an iat in the future", { iat: 9999999999 }, STRICT),
  claim("an audience", { aud: "someone" }, NONE),
  { ...claim("a claim twice", { name: "b" }, STRICT), json: '"name":"a","name":"b"' },
  { ...claim("a lone surrogate", { name: "\ud800" }, NONE), json: '"name":"\\ud800"' },
];
