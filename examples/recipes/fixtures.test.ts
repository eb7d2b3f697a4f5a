import assert from "node:assert/strict";
import { test } from "node:test";
import { AccessTokenError, TokenVerifier } from "livekit-claims";
import { expired, notYetValid, ofAnotherKey, ofAnotherSecret, tampered, testKey, valid } from "./fixtures.ts";

// Stands for your own code, such as the handler of a request.
const verifier = TokenVerifier.withApiKey(testKey.key, testKey.secret);

test("a valid token is accepted", async () => {
  assert.equal((await verifier.verify(valid)).sub, "alice");
});

const REFUSED = {
  EXPIRED: expired,
  NOT_YET_VALID: notYetValid,
  INVALID_SIGNATURE: tampered,
  INVALID_ISSUER: ofAnotherKey,
} as const;

for (const [code, token] of Object.entries(REFUSED)) {
  test(`a token is refused with ${code}`, async () => {
    await assert.rejects(verifier.verify(token), (error) => AccessTokenError.is(error) && error.code === code);
  });
}

test("a token of another secret is refused as a tampered one", async () => {
  const refused = await verifier.verify(ofAnotherSecret).catch((error: unknown) => error);
  assert.ok(AccessTokenError.is(refused));
  assert.equal(refused.code, "INVALID_SIGNATURE");
});
