import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AccessTokenError, buildClaims, Claims, validateClaims } from "../../src/index.js";
import { junk, mutatedClaims, validClaims } from "../support/arbitrary-claims.js";
import { anyCharacter } from "../support/arbitrary-text.js";
import { codeOfError, payloads, read, tokens } from "../support/arbitrary-tokens.js";
import { forge } from "../support/tokens.js";

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

describe("a payload of any kind", () => {
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
  it("validateClaims for any value", () => {
    const anything = fc.anything({
      stringUnit: anyCharacter,
      withBigInt: true,
      withBoxedValues: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withSet: true,
      withSparseArray: true,
      withTypedArray: true,
    });
    fc.assert(
      fc.property(fc.oneof(anything, mutatedClaims), fc.constantFrom("input", "mint", "decode"), (value, profile) => {
        const malformed = validateClaims(value, { profile }).filter(
          ({ keyword, message }) => typeof keyword !== "string" || typeof message !== "string",
        );
        expect(malformed).toEqual([]);
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
});
