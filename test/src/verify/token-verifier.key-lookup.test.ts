import { describe, expect, it, vi } from "vitest";
import { type KeyProvider, TokenVerifier } from "../../../src/index.js";
import { base64url, clock, codeOf, forge, KEY, payload, SECRET, signRaw } from "../../support/tokens.js";

const withKeys = (keys: KeyProvider): TokenVerifier => TokenVerifier.withKeys(keys, { clock });

describe("a key provider", () => {
  it.each([
    ["undefined", () => undefined],
    ["null", () => null],
    ["a promise of undefined", async () => undefined],
    ["a promise of null", async () => null],
  ])("may return %s for an unknown issuer", async (_, provider) => {
    expect(await codeOf(withKeys(provider).verify(forge(payload())))).toBe("INVALID_ISSUER");
  });

  it("is not called for an empty issuer, which cannot be an API key", async () => {
    const provider = vi.fn(() => SECRET);
    expect(await codeOf(withKeys(provider).verify(forge(payload({ iss: "" }))))).toBe("INVALID_ISSUER");
    expect(provider).not.toHaveBeenCalled();
  });
});

describe("a payload that is not JSON", () => {
  const header = base64url('{"alg":"HS256","typ":"JWT"}');
  const forged = signRaw(`${header}.${base64url("not JSON")}`, "another secret");

  it.each<[string, KeyProvider]>([
    ["one key", { [KEY]: SECRET }],
    ["one key with two secrets", { [KEY]: [SECRET, "old"] }],
  ])("is not parsed before the HMAC is checked, with %s", async (_, keys) => {
    expect(await codeOf(withKeys(keys).verify(forged))).toBe("INVALID_SIGNATURE");
  });

  it("is parsed first with several keys, since the issuer picks the key", async () => {
    expect(await codeOf(withKeys({ [KEY]: SECRET, other: "other" }).verify(forged))).toBe("MALFORMED_TOKEN");
  });
});
