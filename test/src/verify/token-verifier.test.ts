import { afterEach, describe, expect, it, vi } from "vitest";
import { TokenVerifier } from "../../../src/index.js";
import { base64url, clock, codeOf, failure, forge, KEY, NOW, payload, SECRET } from "../../support/tokens.js";

const tokenOf = (iss: unknown, secret: string): string => forge(payload({ iss }), { secret });

/** Returns the issuer of the verified token, or the code of the error. */
async function outcome(verifier: TokenVerifier, token: string): Promise<string> {
  return verifier.verify(token).then(
    ({ iss }) => iss,
    (error) => error.code,
  );
}

it("is made by its functions only", async () => {
  const Constructor = TokenVerifier as unknown as new (keys: object, options: object) => TokenVerifier;
  expect(await failure(() => new Constructor({ issuer: KEY, secrets: [] }, {}))).toMatchObject({
    code: "INVALID_ARGUMENT",
    message: "use TokenVerifier.withApiKey(apiKey, apiSecret) in place of new TokenVerifier()",
  });
});

describe("an error says", () => {
  const one = TokenVerifier.withApiKey(KEY, SECRET, { clock });
  const two = TokenVerifier.withKeys({ [KEY]: SECRET, b: "b's" }, { clock });
  const header = base64url('{"alg":"HS256"}');
  it.each<[string, string, RegExp]>([
    ["that the payload is not base64url", `${header}.e30=.x`, /payload.*base64url/],
    ["that the payload is no object", forge("[]"), /payload.*JSON object/],
    [
      "that the secret is another one",
      tokenOf(KEY, "other"),
      /^the token is not signed with the secret of its API key$/,
    ],
    ["that the key is another one", tokenOf("c", SECRET), /^the token was issued with another API key$/],
  ])("%s", async (_, token, message) => {
    for (const verifier of [one, two]) expect((await failure(verifier.verify(token))).message).toMatch(message);
  });

  it("that a webhook has no Authorization header", async () => {
    for (const authorization of [undefined, null]) {
      expect(await failure(one.verifyWebhook("{}", authorization))).toMatchObject({
        code: "MALFORMED_TOKEN",
        message: `pass the webhook's Authorization header, a string; got ${authorization}`,
      });
    }
  });
});

describe("withApiKey", () => {
  it.each<[unknown, unknown]>([
    ["", SECRET],
    [KEY, ""],
    [undefined, SECRET],
    [KEY, undefined],
    [null, SECRET],
    [KEY, null],
    [5, SECRET],
    [KEY, 5],
    [[KEY], SECRET],
    [KEY, [SECRET]],
    [KEY, new TextEncoder().encode(SECRET)],
    [new String(KEY), SECRET],
  ])("rejects %j and %j immediately", async (key, secret) => {
    expect(await codeOf(() => TokenVerifier.withApiKey(key as string, secret as string))).toBe("INVALID_KEYS");
  });

  it("accepts only tokens of its key", async () => {
    const verifier = TokenVerifier.withApiKey(KEY, SECRET, { clock });
    expect(await outcome(verifier, tokenOf(KEY, SECRET))).toBe(KEY);
    expect(await outcome(verifier, tokenOf("b", SECRET))).toBe("INVALID_ISSUER");
    expect(await outcome(verifier, tokenOf(KEY, "b's"))).toBe("INVALID_SIGNATURE");
  });
});

describe("fromEnv", () => {
  afterEach(() => vi.unstubAllEnvs());

  function stub(key: string | undefined, secret: string | undefined): void {
    vi.stubEnv("LIVEKIT_API_KEY", key);
    vi.stubEnv("LIVEKIT_API_SECRET", secret);
  }

  it("reads key and secret at the call, and accepts options", async () => {
    stub(KEY, SECRET);
    const verifier = TokenVerifier.fromEnv({ clock });
    stub("b", "b's");
    expect(await outcome(verifier, tokenOf(KEY, SECRET))).toBe(KEY);
    expect(await outcome(TokenVerifier.fromEnv({ clock }), tokenOf("b", "b's"))).toBe("b");
    expect(await outcome(TokenVerifier.fromEnv({ clock: () => (NOW + 660) * 1000 }), tokenOf("b", "b's"))).toBe(
      "EXPIRED",
    );
  });

  it.each([
    [undefined, SECRET, "LIVEKIT_API_KEY"],
    [KEY, undefined, "LIVEKIT_API_SECRET"],
    [undefined, undefined, "LIVEKIT_API_KEY"],
    ["", SECRET, "LIVEKIT_API_KEY"],
    [KEY, "", "LIVEKIT_API_SECRET"],
    ["", "", "LIVEKIT_API_KEY"],
  ])("with %j and %j throws INVALID_ENV, and names %s", async (key, secret, name) => {
    stub(key, secret);
    const { code, message } = await failure(() => TokenVerifier.fromEnv());
    expect([code, message]).toEqual(["INVALID_ENV", `the environment variable ${name} is not set`]);
  });

  it.each([
    [KEY, `${SECRET}\n`],
    [`"${KEY}"`, SECRET],
  ])("with %j and %j throws INVALID_KEYS", async (key, secret) => {
    stub(key, secret);
    expect(await codeOf(() => TokenVerifier.fromEnv())).toBe("INVALID_KEYS");
  });
});
