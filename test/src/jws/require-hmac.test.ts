import { afterEach, describe, expect, it, vi } from "vitest";
import * as jws from "#jws";
import { AccessToken, Claims, hashBody, TokenVerifier, verifyBody } from "../../../src/index.js";
import * as web from "../../../src/jws/web.js";
import { failure, forge, KEY, payload, SECRET } from "../../support/tokens.js";

/** On WebCrypto, the tests remove `crypto`. React Native has none. */
const onWeb = jws.missing === web.missing;

const REASON = onWeb
  ? "WebCrypto is not available: browsers provide it over HTTPS only"
  : "React Native has no WebCrypto";

describe("a runtime without an HMAC", () => {
  afterEach(() => vi.unstubAllGlobals());

  it.each([
    ["AccessToken.withApiKey", () => AccessToken.withApiKey(KEY, SECRET)],
    ["TokenVerifier.withApiKey", () => TokenVerifier.withApiKey(KEY, SECRET)],
    ["TokenVerifier.withKeys", () => TokenVerifier.withKeys({ [KEY]: [SECRET, "other"] })],
    ["a verifier with a key provider", () => TokenVerifier.withKeys(() => SECRET).verify(forge(payload()))],
    ["hashBody", () => hashBody("body")],
    ["verifyBody", () => verifyBody({ sha256: "digest" }, "body")],
  ])("rejects %s and recommends a server", async (_, attempt) => {
    for (const crypto of onWeb ? [{}, undefined] : [globalThis.crypto]) {
      vi.stubGlobal("crypto", crypto);
      expect(await failure(attempt)).toMatchObject({
        code: "UNSUPPORTED_RUNTIME",
        message: `${REASON}; sign and verify tokens on a server, which alone should know the API secret`,
      });
    }
  });

  it("reads tokens with Claims.fromUnverified", () => {
    if (onWeb) vi.stubGlobal("crypto", undefined);
    expect(Claims.fromUnverified(forge(payload({ name: "Zoë 👩‍🚀" })))).toMatchObject({ name: "Zoë 👩‍🚀" });
  });

  it("reports invalid keys first", async () => {
    if (onWeb) vi.stubGlobal("crypto", undefined);
    expect(await failure(() => AccessToken.withApiKey(KEY, ""))).toMatchObject({ code: "INVALID_KEYS" });
  });
});
