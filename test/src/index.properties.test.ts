import { RoomConfiguration as RoomConfigurationMessage } from "@livekit/protocol";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  AccessToken,
  AccessTokenError,
  buildClaims,
  Claims,
  type ClaimsInit,
  DEFAULT_TTL,
  TokenVerifier,
  validateClaims,
} from "../../src/index.js";
import { junk, mutatedClaims, validClaims } from "../support/arbitrary-claims.js";
import { knownToProtobufEs } from "../support/protobuf-es.js";
import { base64url, clock, forge, KEY, NOW, payloadOf, SECRET } from "../support/tokens.js";

const token = AccessToken.withApiKey(KEY, SECRET).allowSensitiveCredentials();
/** Removes the times. */
const verifier = TokenVerifier.withApiKey(KEY, SECRET, { clock, leeway: Number.MAX_SAFE_INTEGER });

/** Claims that can be minted, with an `iss`, and with or without times. */
const mintable = fc.tuple(validClaims, fc.boolean()).map(([{ exp, nbf, iss, ...claims }, timed]): ClaimsInit => {
  return timed ? { ...claims, iss: KEY, exp: exp ?? 1, nbf: nbf ?? 0 } : claims;
});

describe("valid claims", () => {
  it("are verified as buildClaims returns them, compact or not", async () => {
    await fc.assert(
      fc.asyncProperty(mintable, async (init) => {
        const expected = buildClaims({ exp: NOW + DEFAULT_TTL, nbf: NOW, iss: KEY, ...init });
        const draft = token.withClaims(init);
        const [full, compact] = [await draft.toJwt({ clock }), await draft.toJwt({ clock, compact: true })];
        expect(await verifier.verify(full)).toStrictEqual(expected);
        expect(await verifier.verify(compact)).toStrictEqual(expected);
        expect({ ...expected, roomConfig: null }).toMatchObject({ ...init, roomConfig: null });
        expect(compact.length).toBeLessThanOrEqual(full.length);
      }),
      { numRuns: 300 },
    );
  });

  it("are the same after another round, from verify to withClaims", async () => {
    await fc.assert(
      fc.asyncProperty(mintable, async (init) => {
        const jwt = await token.withClaims(init).toJwt({ clock });
        expect(await token.withClaims(await verifier.verify(jwt)).toJwt({ clock })).toBe(jwt);
      }),
    );
  });
});

it("buildClaims returns new objects, and does not change its input", () => {
  const objectsIn = (value: unknown): unknown[] =>
    typeof value === "object" && value !== null ? [value, ...Object.values(value).flatMap(objectsIn)] : [];
  fc.assert(
    fc.property(validClaims, (init) => {
      const [before, given] = [JSON.stringify(init), new Set(objectsIn(init))];
      expect(objectsIn(buildClaims(init)).filter((object) => given.has(object))).toEqual([]);
      expect(JSON.stringify(init)).toBe(before);
    }),
  );
});

it("a room configuration is read in the form that protobuf-es writes", async () => {
  await fc.assert(
    fc.asyncProperty(validClaims, async (init) => {
      // protobuf-es loses map entries of this name.
      const json = JSON.stringify(knownToProtobufEs(init.roomConfig ?? {})).replaceAll("__proto__", "proto");
      const { roomConfig } = await verifier.verify(await token.withRoomConfig(JSON.parse(json)).toJwt());
      expect(roomConfig).toEqual(RoomConfigurationMessage.fromJsonString(json).toJson());
    }),
    { numRuns: 200 },
  );
});

describe("only an AccessTokenError is thrown by", () => {
  const codeOf = (error: unknown): string => {
    if (error instanceof AccessTokenError) return error.code;
    throw error;
  };
  const segment = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.uint8Array().map(base64url),
    junk.map((value) => base64url(JSON.stringify(value))),
    mutatedClaims.map((value) => base64url(JSON.stringify(value) ?? "")),
  );
  const tokens = fc.oneof(
    fc.string(),
    fc.array(segment, { maxLength: 4 }).map((parts) => parts.join(".")),
    fc
      .tuple(mutatedClaims, fc.option(junk))
      .map(([claims, header]) => forge(claims, header === null ? {} : { header })),
    fc.tuple(validClaims, fc.nat(), fc.string({ maxLength: 1 })).map(([claims, at, text]) => {
      const jwt = forge({ ...claims, iss: KEY });
      return jwt.slice(0, at % jwt.length) + text + jwt.slice((at % jwt.length) + 1);
    }),
  );

  it("validateClaims for any value", () => {
    const anything = fc.anything({
      withBigInt: true,
      withBoxedValues: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withSet: true,
      withSparseArray: true,
      withTypedArray: true,
      withUnicodeString: true,
    });
    fc.assert(
      fc.property(fc.oneof(anything, mutatedClaims), fc.constantFrom("input", "mint", "decode"), (value, profile) => {
        for (const issue of validateClaims(value, { profile }))
          expect(issue).toEqual({ ...issue, keyword: expect.any(String), message: expect.any(String) });
      }),
      { numRuns: 500 },
    );
  });

  it("Claims.fromUnverified for any text, and its result is canonical", () => {
    fc.assert(
      fc.property(tokens, (jwt) => {
        try {
          const claims = Claims.fromUnverified(jwt);
          expect(buildClaims(claims)).toStrictEqual(claims);
          expect(validateClaims(claims, { profile: "decode" })).toEqual([]);
        } catch (error) {
          expect(["MALFORMED_TOKEN", "INVALID_CLAIMS"]).toContain(codeOf(error));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("verify for any text, and its result is that of fromUnverified", async () => {
    await fc.assert(
      fc.asyncProperty(tokens, async (jwt) => {
        const verified = await verifier.verify(jwt).catch(codeOf);
        if (typeof verified !== "string") expect(verified).toStrictEqual(Claims.fromUnverified(jwt));
      }),
      { numRuns: 1000 },
    );
  });

  it("toJwt for any claims, and its tokens satisfy the mint profile and verify", async () => {
    await fc.assert(
      fc.asyncProperty(mutatedClaims, async (value) => {
        const jwt = await token
          .withClaims(value as ClaimsInit)
          .toJwt({ clock })
          .catch(codeOf);
        if (jwt === "INVALID_CLAIMS") return;
        expect(validateClaims(payloadOf(jwt), { profile: "mint" })).toEqual([]);
        expect((await verifier.verify(jwt)).iss).toBe(KEY);
      }),
      { numRuns: 300 },
    );
  });
});
