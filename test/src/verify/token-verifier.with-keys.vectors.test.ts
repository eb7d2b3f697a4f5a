import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { VERIFY_LAYERS } from "../../../scripts/vectors/layers.js";
import type { VectorFile, VerifyVector } from "../../../scripts/vectors/vector.js";
import { AccessTokenError, TokenVerifier } from "../../../src/index.js";

async function outcome(attempt: () => Promise<unknown>): Promise<object> {
  try {
    return { claims: await attempt() };
  } catch (error) {
    if (!(error instanceof AccessTokenError)) throw error;
    return { code: error.code, pointers: error.issues.map(({ pointer }) => pointer).sort() };
  }
}

/** With several keys, the payload is parsed before the signature, so that its faults and its issuer come first. */
function dependsOnKeys({ key, code, unverified }: VerifyVector): boolean {
  return code === "INVALID_SIGNATURE" && (unverified.result === "invalid" || unverified.claims?.iss !== key);
}

describe.each(VERIFY_LAYERS)("a verifier with another key beside it, for vectors of %s", (layer) => {
  const file = new URL(`../../../generated/vectors/${layer}.json`, import.meta.url);
  const { tests }: VectorFile<VerifyVector> = JSON.parse(readFileSync(file, "utf8"));
  const vectors = tests.filter((vector) => vector.keys === undefined && !dependsOnKeys(vector));

  it("has vectors", () => expect(vectors).not.toEqual([]));

  it.each(vectors)("has the outcome of $id with one key", async ({ key, secret, clock, leeway, token, ...vector }) => {
    const { maxTokenBytes } = vector;
    const options = { clock: () => clock * 1000, leeway, ...(maxTokenBytes === undefined ? {} : { maxTokenBytes }) };
    const one = TokenVerifier.withApiKey(key, secret, options);
    const several = TokenVerifier.withKeys({ another: "another secret", [key]: secret }, options);
    const expected = await outcome(() => one.verify(token as string));
    expect(JSON.stringify(await outcome(() => several.verify(token as string)))).toBe(JSON.stringify(expected));
  });
});
