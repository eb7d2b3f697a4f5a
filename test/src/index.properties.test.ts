import { RoomConfiguration as RoomConfigurationMessage } from "@livekit/protocol";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  AccessToken,
  AccessTokenError,
  buildClaims,
  Claims,
  type ClaimsInit,
  DEFAULT_LEEWAY,
  DEFAULT_TTL,
  TokenVerifier,
  validateClaims,
} from "../../src/index.js";
import { isObject } from "../../src/json/is-object.js";
import { junk, mutatedClaims, validClaims } from "../support/arbitrary-claims.js";
import { knownToProtobufEs } from "../support/protobuf-es.js";
import { base64url, clock, codeOf, forge, KEY, NOW, payloadOf, SECRET } from "../support/tokens.js";

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

describe("a payload of any kind", () => {
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
  const payloads = fc
    .tuple(fc.oneof(validClaims, mutatedClaims, mutatedClaims, validClaims, junk), ours, registered, roomConfig)
    .map(([claims, ...more]) => (isObject(claims) ? Object.assign({ ...claims }, ...more) : claims))
    // An infinite number is a text of JSON too.
    .map((value) => JSON.stringify(value).replaceAll("1e+300", "1e999"));

  const read = (jwt: string): Claims | AccessTokenError => {
    try {
      return Claims.fromUnverified(jwt);
    } catch (error) {
      if (error instanceof AccessTokenError) return error;
      throw error;
    }
  };

  it("has no issue by the decode profile exactly when fromUnverified reads it, and otherwise the same ones", () => {
    fc.assert(
      fc.property(payloads, (text) => {
        const result = read(forge(text));
        const issues = validateClaims(JSON.parse(text), { profile: "decode" });
        if (!(result instanceof AccessTokenError)) expect(issues).toEqual([]);
        else if (result.code === "INVALID_CLAIMS") expect(issues).toEqual(result.issues);
        else {
          // No claims at all: a token must hold an object.
          expect(result.code).toBe("MALFORMED_TOKEN");
          expect(issues.map(({ pointer }) => pointer)).toEqual([""]);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("is verified as fromUnverified reads it, but for what is about the issuer, the audience and the times", async () => {
    const strict = TokenVerifier.withApiKey(KEY, SECRET, { clock });
    /** The code of the first check that fails beyond those of fromUnverified, or of its own. */
    const codeBy = (payload: unknown, result: Claims | AccessTokenError): string | undefined => {
      if (!isObject(payload)) return "MALFORMED_TOKEN";
      if (typeof payload.iss !== "string") return "INVALID_CLAIMS";
      if (payload.iss !== KEY) return "INVALID_ISSUER";
      if (result instanceof AccessTokenError || payload.exp === undefined) return "INVALID_CLAIMS";
      if ("aud" in payload) return "INVALID_AUDIENCE";
      if (result.exp + DEFAULT_LEEWAY <= NOW) return "EXPIRED";
      return result.nbf - DEFAULT_LEEWAY > NOW ? "NOT_YET_VALID" : undefined;
    };
    const codes = new Set<string | undefined>();
    await fc.assert(
      fc.asyncProperty(payloads, async (text) => {
        const jwt = forge(text);
        const result = read(jwt);
        const code = codeBy(JSON.parse(text), result);
        codes.add(code);
        if (code === undefined) expect(await strict.verify(jwt)).toStrictEqual(result);
        else expect(await codeOf(strict.verify(jwt))).toBe(code);
      }),
      { numRuns: 1000 },
    );
    // The payloads are of every kind, or most of this would say nothing.
    expect([...codes].sort()).toEqual([
      "EXPIRED",
      "INVALID_AUDIENCE",
      "INVALID_CLAIMS",
      "INVALID_ISSUER",
      "MALFORMED_TOKEN",
      "NOT_YET_VALID",
      undefined,
    ]);
  });

  it("is read by fromUnverified whatever the header and the signature say", () => {
    const header = fc.record({ alg: fc.constantFrom("RS256", "none", ""), crit: junk }, { requiredKeys: [] });
    fc.assert(
      fc.property(payloads, header, fc.string(), (text, other, secret) => {
        const [headerOfOther, payloadOfOther] = forge(text, { header: other, secret }).split(".");
        expect(read(`${headerOfOther}.${payloadOfOther}.${secret.replaceAll(".", "")}x`)).toEqual(read(forge(text)));
      }),
      { numRuns: 200 },
    );
  });
});

describe("only an AccessTokenError is thrown by", () => {
  const codeOfError = (error: unknown): string => {
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
          expect(["MALFORMED_TOKEN", "INVALID_CLAIMS"]).toContain(codeOfError(error));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("verify for any text, and its result is that of fromUnverified", async () => {
    await fc.assert(
      fc.asyncProperty(tokens, async (jwt) => {
        const verified = await verifier.verify(jwt).catch(codeOfError);
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
          .catch(codeOfError);
        if (jwt === "INVALID_CLAIMS") return;
        expect(validateClaims(payloadOf(jwt), { profile: "mint" })).toEqual([]);
        expect((await verifier.verify(jwt)).iss).toBe(KEY);
      }),
      { numRuns: 300 },
    );
  });
});
