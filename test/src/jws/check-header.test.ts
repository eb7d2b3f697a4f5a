import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { AccessTokenError } from "../../../src/index.js";
import { checkAlgorithm, isCommonHeader, parseHeader } from "../../../src/jws/check-header.js";
import { all, messages, verdicts } from "../../support/readers.js";
import { forge, payload, SECRET } from "../../support/tokens.js";

const withHeader = (header: unknown): string => forge(payload(), { header });

// generated/vectors has the headers that are accepted and rejected: see test/src/index.vectors.test.ts.

describe("an algorithm other than HS256", () => {
  it("is reported as none for an unsigned token", async () => {
    const unsigned = withHeader({ alg: "none" }).replace(/[^.]*$/, "");
    expect(await verdicts(unsigned)).toEqual(all("UNSUPPORTED_ALGORITHM", "accepted"));
    const [verifying] = await messages(unsigned);
    expect(verifying).toMatch(/^the token is not signed: its algorithm is none; mint the token with HS256$/);
  });

  it("is rejected and named when it made the signature", async () => {
    const input = withHeader({ alg: "HS512" }).replace(/\.[^.]*$/, "");
    const long = createHmac("sha512", SECRET).update(input).digest();
    for (const signature of [long, long.subarray(0, 32)]) {
      const jwt = `${input}.${signature.toString("base64url")}`;
      expect(await verdicts(jwt)).toEqual(all("UNSUPPORTED_ALGORITHM", "accepted"));
      expect((await messages(jwt))[0]).toMatch(/^the token is signed with HS512;/);
    }
  });

  it.each<[string, unknown, string]>([
    ["is absent", {}, "the token's header names no algorithm"],
    ["is no string", { alg: 5 }, "the token's header names no algorithm"],
    ["is none in capitals", { alg: "NONE" }, "the token is not signed: its algorithm is none"],
    ["only holds none", { alg: "nonesuch" }, "the token's algorithm is unknown"],
    ["ends with none", { alg: "anone" }, "the token's algorithm is unknown"],
    ["is HS256 in lower case", { alg: "hs256" }, "the token is signed with hs256"],
    ["is RS384", { alg: "RS384" }, "the token is signed with RS384"],
    ["is ES256K", { alg: "ES256K" }, "the token is signed with ES256K"],
    ["is EdDSA", { alg: "EdDSA" }, "the token is signed with EdDSA"],
    ["starts like one", { alg: "HS2567" }, "the token's algorithm is unknown"],
    ["ends like one", { alg: "XHS256" }, "the token's algorithm is unknown"],
  ])("%s: the message says so", (_, header, problem) => {
    const message = `${problem}; mint the token with HS256`;
    expect(() => checkAlgorithm(header as never)).toThrow(new AccessTokenError("UNSUPPORTED_ALGORITHM", message));
  });

  it("is accepted only as an own member, and not with crit", () => {
    expect(() => checkAlgorithm(Object.create({ alg: "HS256" }))).toThrow(AccessTokenError);
    expect(checkAlgorithm({ alg: "HS256" })).toBeUndefined();
    const message = 'the token\'s header must not have a "crit" member';
    expect(() => checkAlgorithm({ alg: "HS256", crit: null })).toThrow(
      new AccessTokenError("UNSUPPORTED_ALGORITHM", message),
    );
  });

  it("is not named when it is not registered, since it may be any text", async () => {
    expect((await messages(withHeader({ alg: SECRET })))[0]).toMatch(/^the token's algorithm is unknown;/);
  });
});

it("a common header is one of three texts, none of which needs to be decoded", () => {
  const encoded = (text: string) => Buffer.from(text).toString("base64url");
  const common = ['{"typ":"JWT","alg":"HS256"}', '{"alg":"HS256","typ":"JWT"}', '{"alg":"HS256"}'];
  for (const text of common) expect(isCommonHeader(encoded(text))).toBe(true);
  for (const text of ["", "{}", '{"alg":"none"}']) expect(isCommonHeader(encoded(text))).toBe(false);
});

it("a header that is no base64url is named in the message", () => {
  const message = "the token's header is not canonical base64url without padding";
  expect(() => parseHeader("!")).toThrow(new AccessTokenError("MALFORMED_TOKEN", message));
});
