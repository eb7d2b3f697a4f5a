import { describe, expect, it } from "vitest";
import { AccessToken, AccessTokenError, type KeyProvider, TokenVerifier } from "../../../src/index.js";
import { clock, codeOf, failure, forge, KEY, payload, SECRET } from "../../support/tokens.js";

/** The functions that accept a key and a secret. */
const WAYS: Readonly<Record<string, (key: string, secret: string) => unknown>> = {
  "AccessToken.withApiKey": (key, secret) => AccessToken.withApiKey(key, secret),
  "TokenVerifier.withApiKey": (key, secret) => TokenVerifier.withApiKey(key, secret),
  "TokenVerifier.withKeys": (key, secret) => TokenVerifier.withKeys({ [key]: [SECRET, secret] }),
};

describe.each(Object.entries(WAYS))("%s", (_, pass) => {
  it.each([
    ["a line feed at its end, as a file has", "S\n", "white space or a quote"],
    ["a space before it", " S", "white space or a quote"],
    ["a no-break space after it", "S\u00a0", "white space or a quote"],
    ["quotes around it, as a file of variables has", '"S"', "white space or a quote"],
    ["a single quote", "'S", "white space or a quote"],
    ["a backtick", "`S`", "white space or a quote"],
    ["a typographic quote", "\u201cS\u201d", "white space or a quote"],
    ["a control character", "a\0b", "control or invisible"],
    ["a C1 control character", "a\u0085b", "control or invisible"],
    ["a byte order mark in front", "\ufeffS", "invisible character"],
    ["a byte order mark within", "a\ufeffb", "invisible character"],
    ["a space without width after it, as copied from a page", "S\u200b", "invisible character"],
    ["a soft hyphen within", "a\u00adb", "invisible character"],
    ["a mark of direction before it", "\u202aS", "invisible character"],
    ["a lone surrogate", "\ud800x", "lone surrogate"],
    ["another lone surrogate, which would sign alike", "\ud801x", "lone surrogate"],
  ])("rejects a secret and a key with %s, with a message that has neither", async (_, text, problem) => {
    for (const [key, secret] of [[KEY, `${text}`] as const, [text, SECRET] as const]) {
      const { code, message } = await failure(() => pass(key, secret));
      expect(code).toBe("INVALID_KEYS");
      expect(message).toContain(problem);
      expect(message).not.toContain(SECRET);
      expect(message).not.toContain(KEY);
    }
  });

  it.each(["\ufffdx", "S", "a b", "a'b", 'a"b', "pässwörd", "𝒳", "👩\u200d🚀", "می\u200cخواهم"])(
    "accepts %j",
    (text) => {
      expect(() => pass(KEY, text)).not.toThrow();
    },
  );

  it("reports a key and a secret that look swapped", async () => {
    const { code, message } = await failure(() => pass(SECRET, "APIabcDEF123456"));
    expect(code).toBe("INVALID_KEYS");
    expect(message).toMatch(/looks like an API key; pass the key first/);
    expect(message).not.toContain("APIabcDEF123456");
    expect(() => pass("APIabcDEF123456", SECRET)).not.toThrow();
    expect(() => pass("APIabcDEF123456", "APIabcDEF654321")).not.toThrow();
  });
});

describe("the message about invalid keys", () => {
  const withKeys = (keys: unknown) => () => TokenVerifier.withKeys(keys as never);
  it.each<[string, () => unknown, string]>([
    ["an empty key", () => AccessToken.withApiKey("", SECRET), "the API key is empty"],
    ["an empty secret", () => AccessToken.withApiKey(KEY, ""), "the API secret is empty"],
    [
      "a secret that was not awaited",
      () => AccessToken.withApiKey(KEY, Promise.resolve(SECRET) as never),
      "the API secret must be a string; got an instance of Promise",
    ],
    [
      "white space",
      () => AccessToken.withApiKey(KEY, " S"),
      "the API secret has white space or a quote at an end, or a control or invisible character or lone surrogate in it; remove it",
    ],
    [
      "swapped keys",
      () => AccessToken.withApiKey(SECRET, "APIabcDEF123456"),
      "the API secret looks like an API key; pass the key first and the secret second",
    ],
    [
      "an empty array",
      withKeys({ [KEY]: [] }),
      "the secrets of an API key must be a string or a non-empty array of them",
    ],
    ["no object", withKeys([SECRET]), "the keys must be a function, or an object of secrets by API key"],
    ["an empty object", withKeys({}), "the object of keys is empty"],
    ["an empty name", withKeys({ "": SECRET }), "the API key is empty"],
  ])("says what is wrong with %s", (_, pass, message) => {
    expect(pass).toThrow(new AccessTokenError("INVALID_KEYS", message));
  });

  it("names the keys that throw when they are read", () => {
    const { proxy, revoke } = Proxy.revocable([], {});
    revoke();
    const fix = "cannot be read: a getter or proxy threw an error; pass plain data";
    expect(withKeys(proxy)).toThrow(new AccessTokenError("INVALID_ARGUMENT", `the object of keys ${fix}`));
    expect(withKeys({ [KEY]: proxy })).toThrow(new AccessTokenError("INVALID_ARGUMENT", `the array of secrets ${fix}`));
  });
});

it.each(["xAPIabcDEF123456", "APIabcDEF1234567", "APIabcDEF12345", "APIabcDEF12345-"])(
  "%s does not look like an API key",
  (secret) => {
    expect(() => AccessToken.withApiKey(KEY, secret)).not.toThrow();
  },
);

describe("TokenVerifier.withKeys", () => {
  const { proxy: revoked, revoke } = Proxy.revocable([], {});
  revoke();
  const getter = Object.defineProperty({}, KEY, {
    get() {
      throw new Error(SECRET);
    },
    enumerable: true,
  });

  it.each([
    ["nothing", undefined],
    ["null", null],
    ["a text", SECRET],
    ["an array", [SECRET]],
    ["a Map", new Map([[KEY, SECRET]])],
    ["an empty object", {}],
  ])("rejects %s", async (_, keys) => {
    expect((await failure(() => TokenVerifier.withKeys(keys as never))).code).toBe("INVALID_KEYS");
  });

  it("does not check the issuer of a token like a key", async () => {
    for (const iss of ["\0", " a ", '"', "\ud800", "\ufeffx"]) {
      const verifier = TokenVerifier.withKeys((issuer) => (issuer === iss ? SECRET : undefined), { clock });
      expect((await verifier.verify(forge(payload({ iss })))).iss).toBe(iss);
      expect(await codeOf(TokenVerifier.withKeys({ a: "b", c: "d" }, { clock }).verify(forge(payload({ iss }))))).toBe(
        "INVALID_ISSUER",
      );
    }
  });

  it("throws only an AccessTokenError for keys that throw when they are read", async () => {
    for (const keys of [getter, revoked, { [KEY]: revoked }]) {
      const { code, message } = await failure(() => TokenVerifier.withKeys(keys as never));
      expect(code).toBe("INVALID_ARGUMENT");
      expect(message).not.toContain(SECRET);
    }
    const throwing = Object.defineProperty([SECRET], 0, { get: () => revoked[0] });
    const verifier = TokenVerifier.withKeys(() => throwing as string[]);
    expect((await failure(verifier.verify(forge(payload())))).code).toBe("INVALID_ARGUMENT");
  });
});

/** Arrays with holes, which `map` and `reduce` skip. */
const SPARSE: readonly [string, string[]][] = [
  ["a hole alone", new Array(1)],
  // biome-ignore lint/suspicious/noSparseArray: the case under test
  ["a hole before a secret", [, SECRET] as string[]],
  // biome-ignore lint/suspicious/noSparseArray: the case under test
  ["a hole between secrets", [SECRET, , "old"] as string[]],
];

describe("an array of secrets with holes", () => {
  it.each(SPARSE)("is rejected: %s", async (_, secrets) => {
    expect(await codeOf((async () => TokenVerifier.withKeys({ [KEY]: secrets }))())).toBe("INVALID_KEYS");
    const provider: KeyProvider = () => secrets;
    expect(await codeOf(TokenVerifier.withKeys(provider, { clock }).verify(forge(payload())))).toBe("INVALID_KEYS");
  });
});
