import { describe, expect, it, vi } from "vitest";
import { type KeyProvider, TokenVerifier } from "../../../src/index.js";
import { clock, codeOf, failure, forge, KEY, payload, SECRET } from "../../support/tokens.js";

const tokenOf = (iss: unknown, secret: string): string => forge(payload({ iss }), { secret });
const withKeys = (keys: unknown): TokenVerifier => TokenVerifier.withKeys(keys as KeyProvider, { clock });

/** Returns the issuer of the verified token, or the code of the error. */
async function outcome(verifier: TokenVerifier, token: string): Promise<string> {
  return verifier.verify(token).then(
    ({ iss }) => iss,
    (error) => error.code,
  );
}

describe("withKeys with an object", () => {
  const verifier = withKeys({ a: "a's", b: ["b's new", "b's old", "b's oldest"], c: ["c's"] });

  it.each([
    ["a", "a's", "a"],
    ["b", "b's new", "b"],
    ["b", "b's old", "b"],
    ["b", "b's oldest", "b"],
    ["c", "c's", "c"],
    ["a", "b's new", "INVALID_SIGNATURE"],
    ["b", "a's", "INVALID_SIGNATURE"],
    ["b", "b's older", "INVALID_SIGNATURE"],
    ["c", "c's old", "INVALID_SIGNATURE"],
    ["", "a's", "INVALID_ISSUER"],
    ["d", "a's", "INVALID_ISSUER"],
    ["A", "a's", "INVALID_ISSUER"],
    ["constructor", "a's", "INVALID_ISSUER"],
    ["__proto__", "a's", "INVALID_ISSUER"],
    ["toString", "a's", "INVALID_ISSUER"],
    ["size", "a's", "INVALID_ISSUER"],
    [undefined, "a's", "INVALID_CLAIMS"],
    [["a"], "a's", "INVALID_CLAIMS"],
  ])("returns for a token of %j signed with %j: %s", async (iss, secret, expected) => {
    expect(await outcome(verifier, tokenOf(iss, secret))).toBe(expected);
  });

  it.each([
    ["the new secret", "new", KEY],
    ["the old one", "old", KEY],
    ["another", "older", "INVALID_SIGNATURE"],
  ])("accepts only the secrets of the key: %s", async (_, secret, expected) => {
    const rotating = withKeys({ [KEY]: ["new", "old"] });
    expect(await outcome(rotating, tokenOf(KEY, secret))).toBe(expected);
    expect(await outcome(rotating, tokenOf("b", "old"))).toBe("INVALID_ISSUER");
  });

  it("uses own keys of any name, and no inherited ones", async () => {
    const own = withKeys(JSON.parse('{"__proto__":"p","constructor":"c","b":"b"}'));
    expect(await outcome(own, tokenOf("__proto__", "p"))).toBe("__proto__");
    expect(await outcome(own, tokenOf("constructor", "c"))).toBe("constructor");
    const inherited = withKeys(Object.assign(Object.create({ a: "a's" }), { b: "b's", c: "c's" }));
    expect(await outcome(inherited, tokenOf("a", "a's"))).toBe("INVALID_ISSUER");
  });

  it("copies the keys", async () => {
    const secrets = ["old"];
    const keys: Record<string, string[]> = { a: secrets, b: ["b's"] };
    const verifier = withKeys(keys);
    secrets[0] = "changed";
    keys.d = ["d's"];
    expect(await outcome(verifier, tokenOf("a", "old"))).toBe("a");
    expect(await outcome(verifier, tokenOf("a", "changed"))).toBe("INVALID_SIGNATURE");
    expect(await outcome(verifier, tokenOf("d", "d's"))).toBe("INVALID_ISSUER");
  });

  it.each<[unknown]>([
    [{}],
    [[]],
    [null],
    [undefined],
    [SECRET],
    [5],
    [{ [KEY]: "" }],
    [{ [KEY]: [] }],
    [{ [KEY]: null }],
    [{ [KEY]: undefined }],
    [{ [KEY]: 5 }],
    [{ [KEY]: [SECRET, ""] }],
    [{ [KEY]: [SECRET, 5] }],
    [{ [KEY]: [[SECRET]] }],
    [{ [KEY]: { secret: SECRET } }],
    [{ [KEY]: SECRET, b: "" }],
    [{ "": SECRET }],
  ])("rejects %j immediately", async (keys) => {
    expect(await codeOf(() => withKeys(keys))).toBe("INVALID_KEYS");
  });
});

describe("withKeys with a function", () => {
  const secrets: Record<string, string | string[]> = { a: "a's", b: ["new", "old"] };
  const lookUp = (iss: string) => (Object.hasOwn(secrets, iss) ? secrets[iss] : undefined);

  describe.each<[string, KeyProvider]>([
    ["that returns the secrets", lookUp],
    ["that returns a promise", async (iss) => lookUp(iss)],
  ])("%s", (_, provider) => {
    it.each([
      ["a", "a's", "a"],
      ["b", "new", "b"],
      ["b", "old", "b"],
      ["a", "old", "INVALID_SIGNATURE"],
      ["c", "a's", "INVALID_ISSUER"],
      ["constructor", "a's", "INVALID_ISSUER"],
      [5, "a's", "INVALID_CLAIMS"],
    ])("returns for a token of %j signed with %j: %s", async (iss, secret, expected) => {
      expect(await outcome(withKeys(provider), tokenOf(iss, secret))).toBe(expected);
    });
  });

  it("calls it once for each token with an issuer", async () => {
    const provider = vi.fn(lookUp);
    const verifier = withKeys(provider);
    await verifier.verify(tokenOf("a", "a's"));
    await verifier.verify(tokenOf("b", "old"));
    for (const token of ["a.b.c", tokenOf(5, "a's"), forge("[]"), forge(payload(), { header: { alg: "none" } })])
      await failure(verifier.verify(token));
    expect(provider.mock.calls).toEqual([["a"], ["b"]]);
  });

  it.each<[string, KeyProvider]>([
    [
      "thrown",
      () => {
        throw lost;
      },
    ],
    ["rejected", () => Promise.reject(lost)],
  ])("passes on its error unchanged when it is %s", async (_, provider) => {
    await expect(withKeys(provider).verify(tokenOf(KEY, SECRET))).rejects.toBe(lost);
  });

  it.each<[unknown]>([[""], [[]], [[SECRET, ""]], [5], [{}], [[5]]])(
    "rejects the secrets %j when verifying, even when another secret is right",
    async (given) => {
      const token = tokenOf(KEY, SECRET);
      expect(
        await outcome(
          withKeys(() => given),
          token,
        ),
      ).toBe("INVALID_KEYS");
      expect(
        await outcome(
          withKeys(async () => given),
          token,
        ),
      ).toBe("INVALID_KEYS");
    },
  );

  const lost = new Error("the key store is lost");
});
