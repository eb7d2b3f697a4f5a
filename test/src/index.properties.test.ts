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
import { mutatedClaims, validClaims } from "../support/arbitrary-claims.js";
import { codeOfError, payloads, read, tokens } from "../support/arbitrary-tokens.js";
import { knownToProtobufEs } from "../support/protobuf-es.js";
import { clock, codeOf, forge, KEY, NOW, payloadOf, SECRET } from "../support/tokens.js";

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
    const check = async (text: string) => {
      const jwt = forge(text);
      const result = read(jwt);
      const code = codeBy(JSON.parse(text), result);
      if (code === undefined) expect(await strict.verify(jwt)).toStrictEqual(result);
      else expect(await codeOf(strict.verify(jwt))).toBe(code);
      return code;
    };
    // Random payloads may leave out a code.
    const times = { exp: NOW + 1, nbf: NOW };
    for (const [payload, code] of [
      [[], "MALFORMED_TOKEN"],
      [{ iss: 5, ...times }, "INVALID_CLAIMS"],
      [{ iss: "other", ...times }, "INVALID_ISSUER"],
      [{ iss: KEY, ...times, aud: "livekit" }, "INVALID_AUDIENCE"],
      [{ iss: KEY, ...times, exp: NOW - DEFAULT_LEEWAY }, "EXPIRED"],
      [{ iss: KEY, ...times, nbf: NOW + DEFAULT_LEEWAY + 1 }, "NOT_YET_VALID"],
      [{ iss: KEY, ...times }, undefined],
    ]) {
      expect(await check(JSON.stringify(payload))).toBe(code);
    }
    await fc.assert(
      fc.asyncProperty(payloads, async (text) => void (await check(text))),
      { numRuns: 1000 },
    );
  });
});

describe("only an AccessTokenError is thrown by", () => {
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
