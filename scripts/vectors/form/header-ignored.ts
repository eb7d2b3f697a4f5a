import { Buffer } from "node:buffer";
import { type Draft, fault } from "../draft.js";
import { HEADER, OTHER_SECRET } from "../token.js";

/** Returns vectors for header members that a verifier must ignore, above all those that name or contain a key. */
export function headerIgnoredDrafts(): Draft[] {
  return [
    ...IGNORED.map(([id, comment, header]): Draft => {
      return { id: `ignored-${id}`, comment: `a header with ${comment}`, row: "header-ignored", header };
    }),
    ...OWN_KEYS.map(([id, comment, more]): Draft => {
      const common = { row: "header-ignored", flags: ["Forged"], fault: fault("INVALID_SIGNATURE") } as const;
      const header = { ...HEADER, ...more };
      return {
        id: `own-key-${id}`,
        comment: `a header ${comment}, which signed the token`,
        ...common,
        header,
        signer: OTHER_SECRET,
      };
    }),
  ];
}

const IGNORED: readonly [string, string, unknown][] = [
  ["no-typ", "an alg and nothing else", { alg: "HS256" }],
  ["typ-first", "its members in the other order", { typ: "JWT", alg: "HS256" }],
  ["typ-lower-case", "a typ in lower case", { alg: "HS256", typ: "jwt" }],
  ["typ-access-token", "the typ of OAuth's access tokens", { alg: "HS256", typ: "at+jwt" }],
  ["typ-null", "a typ that is null", { alg: "HS256", typ: null }],
  ["typ-number", "a typ that is a number", { alg: "HS256", typ: 1 }],
  ["kid", "a kid", { ...HEADER, kid: "some-other-key" }],
  ["kid-path", "a kid that is the path of an empty file", { ...HEADER, kid: "../../../../dev/null" }],
  ["kid-number", "a kid that is a number", { ...HEADER, kid: 1 }],
  ["cty", "a cty that says that a token is inside", { ...HEADER, cty: "JWT" }],
  ["zip", "a zip that says that the payload is compressed", { ...HEADER, zip: "DEF" }],
  ["b64", "a b64 of false without a crit", { ...HEADER, b64: false }],
  ["jku", "the URL of a key set", { ...HEADER, jku: "https://127.0.0.1:1/keys" }],
  ["x5u", "the URL of a certificate", { ...HEADER, x5u: "https://127.0.0.1:1/certificate" }],
  ["crit-other-case", "a crit in another case", { ...HEADER, Crit: ["exp"] }],
  ["prototype", "a crit inherited from __proto__", '{"alg":"HS256","__proto__":{"alg":"none","crit":["exp"]}}'],
  ["unknown", "an unknown member", { ...HEADER, "x-unknown": { deep: [1, null] } }],
  ["claims", "claims in it", { ...HEADER, exp: 1, iss: "somebody else" }],
];

const octets = (secret: string): object => ({ kty: "oct", k: Buffer.from(secret).toString("base64url") });

const OWN_KEYS: readonly [string, string, object][] = [
  ["jwk", "that contains a key", { jwk: octets(OTHER_SECRET) }],
  ["kid", "whose kid is a key", { kid: OTHER_SECRET }],
  ["x5c", "whose x5c is a key", { x5c: [Buffer.from(OTHER_SECRET).toString("base64")] }],
];
