import * as fc from "fast-check";
import { AccessTokenError, Claims } from "../../src/index.js";
import { isObject } from "../../src/json/is-object.js";
import { junk, mutatedClaims, validClaims } from "./arbitrary-claims.js";
import { anyCharacter } from "./arbitrary-text.js";
import { base64url, forge, KEY, NOW } from "./tokens.js";

/** Half of a surrogate pair, which JSON can hold as an escape. */
const half = fc.constantFrom("\ud800", "\udfff");
/** Registered claims of any type, and times at the edge of what the leeway permits. */
const registered = fc.oneof(
  fc.constant({}),
  fc.record({ aud: junk }),
  fc.record({ exp: fc.integer({ min: NOW - 61, max: NOW - 58 }) }),
  fc.record({ nbf: fc.integer({ min: NOW + 58, max: NOW + 61 }) }),
  fc.dictionary(fc.constantFrom("iss", "exp", "nbf", "iat", "jti"), fc.oneof(junk, half), { maxKeys: 2 }),
);
const roomConfig = fc.oneof(
  { weight: 4, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc.record({ roomConfig: fc.oneof(junk, fc.record({ tags: fc.dictionary(half, half), x: half })) }),
  },
);
const ours = fc.constantFrom({ iss: KEY, exp: NOW + 1, nbf: NOW }, {});
/** JSON texts: claims with a wrong place, and registered claims and a room of any kind in some of them. */
export const payloads = fc
  .tuple(fc.oneof(validClaims, mutatedClaims, mutatedClaims, validClaims, junk), ours, registered, roomConfig)
  .map(([claims, ...more]) => (isObject(claims) ? Object.assign({ ...claims }, ...more) : claims))
  // An infinite number is a text of JSON too.
  .map((value) => JSON.stringify(value).replaceAll("1e+300", "1e999"));

const segment = fc.oneof(
  fc.string({ unit: anyCharacter }),
  fc.uint8Array().map(base64url),
  junk.map((value) => base64url(JSON.stringify(value))),
  mutatedClaims.map((value) => base64url(JSON.stringify(value) ?? "")),
);
/** Texts that are tokens, or nearly. */
export const tokens = fc.oneof(
  fc.string(),
  fc.array(segment, { maxLength: 4 }).map((parts) => parts.join(".")),
  fc.tuple(mutatedClaims, fc.option(junk)).map(([claims, header]) => forge(claims, header === null ? {} : { header })),
  fc.tuple(validClaims, fc.nat(), fc.string({ maxLength: 1 })).map(([claims, at, text]) => {
    const jwt = forge({ ...claims, iss: KEY });
    return jwt.slice(0, at % jwt.length) + text + jwt.slice((at % jwt.length) + 1);
  }),
);

/** Returns the claims of a token, or the error that its reading throws. */
export function read(jwt: string): Claims | AccessTokenError {
  try {
    return Claims.fromUnverified(jwt);
  } catch (error) {
    if (error instanceof AccessTokenError) return error;
    throw error;
  }
}

/** Returns the code of an error of the library, and throws any other one. */
export function codeOfError(error: unknown): string {
  if (error instanceof AccessTokenError) return error.code;
  throw error;
}
