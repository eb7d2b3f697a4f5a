import * as fc from "fast-check";
import { mutatedClaims, validClaims } from "../support/arbitrary-claims.js";
import { base64url, forge, NOW, payload, signRaw } from "../support/tokens.js";
import type { TokenCase } from "./oracles.js";

/** Payloads that verify, and payloads that are close to one that does. */
export const payloads: fc.Arbitrary<Record<string, unknown>> = fc
  .tuple(fc.oneof(validClaims, mutatedClaims), fc.constantFrom("valid", "as it stands"))
  .map(([claims, form]) => {
    const members = typeof claims === "object" && claims !== null && !Array.isArray(claims) ? { ...claims } : {};
    return form === "valid" ? { ...members, ...payload() } : (members as Record<string, unknown>);
  });

/** Tokens signed with the right secret. */
export const tokens: fc.Arbitrary<string> = payloads.map((claims) => forge(JSON.stringify(claims)));

export const atNow = (token: string): TokenCase => ({ token, now: NOW });

/** Signs a header and a payload, given as text or bytes. */
export function sign(header: string | Uint8Array, body: string | Uint8Array): string {
  return signRaw(`${base64url(header)}.${base64url(body)}`);
}

/** Edits that replace a part of a string by another string, or by a copy of another part. */
export const edits = (pieces: fc.Arbitrary<string>): fc.Arbitrary<(text: string) => string> =>
  fc
    .tuple(fc.nat(), fc.nat({ max: 4 }), fc.oneof(pieces, fc.constant(undefined)), fc.nat())
    .map(([at, length, piece, from]) => (text) => {
      const start = at % (text.length + 1);
      const own = from % (text.length + 1);
      return text.slice(0, start) + (piece ?? text.slice(own, own + 3)) + text.slice(start + length);
    });

/** Strings with a few edits. */
export const edited = (texts: fc.Arbitrary<string>, pieces: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(texts, fc.array(edits(pieces), { minLength: 0, maxLength: 3 }))
    .map(([text, changes]) => changes.reduce((edited, change) => change(edited), text));
