import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { all, claimsOf, messages, verdicts } from "../../support/readers.js";
import { forge, payload, SECRET, signRaw } from "../../support/tokens.js";

const withHeader = (header: unknown, secret = SECRET): string => forge(payload(), { header, secret });

describe("a header that is no JSON object in UTF-8", () => {
  it.each<[string, unknown]>([
    ["an array", [{ alg: "HS256" }]],
    ["null", null],
    ["a number", 256],
    ["a string in quotes", '"HS256"'],
    ["true", true],
    ["text", "HS256"],
    ["half an object", '{"alg":"HS256"'],
    ["two objects", '{"alg":"HS256"}{}'],
    ["a byte order mark in front", '\ufeff{"alg":"HS256"}'],
    ["bytes that are not UTF-8", Buffer.from('{"alg":"HS256","kid":"\u00ff"}', "latin1")],
  ])("is malformed: %s", async (_, header) => {
    expect(await verdicts(withHeader(header))).toEqual(all("MALFORMED_TOKEN"));
  });
});

describe("the algorithm is HS256 exactly, or the token is not verified", () => {
  it.each<[unknown]>([
    [{}],
    [{ typ: "JWT" }],
    [{ alg: null }],
    [{ alg: "" }],
    [{ alg: "none" }],
    [{ alg: "None" }],
    [{ alg: "NONE" }],
    [{ alg: "hs256" }],
    [{ alg: "Hs256" }],
    [{ alg: " HS256" }],
    [{ alg: "HS256 " }],
    [{ alg: "HS256\0" }],
    [{ alg: "HS384" }],
    [{ alg: "HS512" }],
    [{ alg: "RS256" }],
    [{ alg: "ES256" }],
    [{ alg: "PS256" }],
    [{ alg: "EdDSA" }],
    [{ alg: "HS256,none" }],
    [{ alg: ["HS256"] }],
    [{ alg: { alg: "HS256" } }],
    [{ alg: 256 }],
    [{ alg: true }],
    [{ ALG: "HS256" }],
    [{ Alg: "HS256" }],
    ['{"alg":"HS256","alg":"none"}'],
    ['{"__proto__":{"alg":"HS256"}}'],
    [{ constructor: { alg: "HS256" } }],
  ])("%j is not supported, and of no interest to fromUnverified", async (header) => {
    expect(await verdicts(withHeader(header))).toEqual(all("UNSUPPORTED_ALGORITHM", "accepted"));
  });

  it("not even when a none token has no signature", async () => {
    const unsigned = withHeader({ alg: "none" }).replace(/[^.]*$/, "");
    expect(await verdicts(unsigned)).toEqual(all("UNSUPPORTED_ALGORITHM", "accepted"));
    const [verifying] = await messages(unsigned);
    expect(verifying).toMatch(/^the token is not signed: its algorithm is none; LiveKit tokens are signed with HS256/);
  });

  it("not even when the algorithm that is named made the signature", async () => {
    const input = withHeader({ alg: "HS512" }).replace(/\.[^.]*$/, "");
    const long = createHmac("sha512", SECRET).update(input).digest();
    for (const signature of [long, long.subarray(0, 32)]) {
      const jwt = `${input}.${signature.toString("base64url")}`;
      expect(await verdicts(jwt)).toEqual(all("UNSUPPORTED_ALGORITHM", "accepted"));
      expect((await messages(jwt))[0]).toMatch(/^the token is signed with HS512;/);
    }
  });

  it("and a name that nobody registered is not repeated, as it may be any text", async () => {
    expect((await messages(withHeader({ alg: SECRET })))[0]).toMatch(/^the token's algorithm is unknown;/);
  });

  it("of two algs the last counts", async () => {
    expect(await verdicts(withHeader('{"alg":"none","alg":"HS256"}'))).toEqual(all("accepted"));
  });
});

describe("crit", () => {
  it.each([[["exp"]], [["b64"]], [["http://example.com/x"]], [[]], [null], ["exp"], [""], [{}], [0], [false]])(
    "%j is not supported, and of no interest to fromUnverified",
    async (crit) => {
      expect(await verdicts(withHeader({ alg: "HS256", crit }))).toEqual(all("UNSUPPORTED_ALGORITHM", "accepted"));
      const understood = { alg: "HS256", b64: true, exp: 1, crit };
      expect(await verdicts(withHeader(understood))).toEqual(all("UNSUPPORTED_ALGORITHM", "accepted"));
    },
  );
});

describe("other header members are ignored", () => {
  it.each<[unknown]>([
    [{ alg: "HS256" }],
    [{ alg: "HS256", typ: "JWT" }],
    [{ typ: "JWT", alg: "HS256" }],
    ['{ "alg" : "HS256" }'],
    ['{"\\u0061lg":"\\u0048S256"}'],
    [{ alg: "HS256", typ: "jwt" }],
    [{ alg: "HS256", typ: "at+jwt" }],
    [{ alg: "HS256", typ: "JWE" }],
    [{ alg: "HS256", typ: null }],
    [{ alg: "HS256", typ: 5 }],
    [{ alg: "HS256", cty: "JWT" }],
    [{ alg: "HS256", kid: "another key" }],
    [{ alg: "HS256", kid: { constructor: 1 } }],
    [{ alg: "HS256", jku: "https://example.com/jwks.json", jwk: { kty: "oct", k: "AAAA" } }],
    [{ alg: "HS256", x5u: "https://example.com", x5c: [1] }],
    [{ alg: "HS256", enc: "A128GCM", zip: "DEF" }],
    [{ alg: "HS256", Crit: ["exp"] }],
    [{ alg: "HS256", b64: false }],
    ['{"alg":"HS256","__proto__":{"crit":["exp"],"alg":"none"}}'],
    [{ alg: "HS256", iss: "another", exp: 1 }],
  ])("%j", async (header) => {
    expect((await claimsOf(withHeader(header))).sub).toBe("alice");
    expect(await verdicts(withHeader(header, "wrong"))).toEqual(all("INVALID_SIGNATURE", "accepted"));
  });

  it("a header is signed as it stands", async () => {
    const [, body] = forge(payload()).split(".");
    const signed = signRaw(`${Buffer.from('{"alg":"HS256"}').toString("base64url")}.${body}`);
    const respelled = signed.replace(/^[^.]+/, Buffer.from('{"alg":"HS256" }').toString("base64url"));
    expect(await verdicts(signed)).toEqual(all("accepted"));
    expect(await verdicts(respelled)).toEqual(all("INVALID_SIGNATURE", "accepted"));
  });
});
