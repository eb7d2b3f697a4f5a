import type { MintVector, NotAStringVector, Verdict } from "../../../scripts/vectors/vector.js";
import type * as Api from "../../../src/index.js";
import type { Case, Vector } from "./case.js";
import { expectEqual, failureOf } from "./expect.js";
import { payloadOf, signByHand } from "./hmac.js";

/** Returns the cases of a conformance vector: minting, or verifying and reading without verification. */
export function vectorCases(api: typeof Api, vector: Vector): Case[] {
  if (isMintVector(vector)) return [{ name: vector.id, run: () => mint(api, vector) }];
  return [
    { name: `${vector.id}, verified`, run: () => verify(api, vector) },
    { name: `${vector.id}, read`, run: () => read(api, vector) },
  ];
}

function isMintVector(vector: Vector): vector is MintVector {
  return vector.layer === "mint";
}

function verify({ TokenVerifier }: typeof Api, vector: NotAStringVector): Promise<void> {
  const { key, secret, keys, leeway, clock, maxTokenBytes, token } = vector;
  const options = { leeway, clock: () => clock * 1000, ...(maxTokenBytes === undefined ? {} : { maxTokenBytes }) };
  const verifier = keys ? TokenVerifier.withKeys(keys, options) : TokenVerifier.withApiKey(key, secret, options);
  return expectVerdict(vector, () => verifier.verify(token as string));
}

function read({ Claims }: typeof Api, { token, maxTokenBytes, unverified, claims }: NotAStringVector): Promise<void> {
  const options = maxTokenBytes === undefined ? {} : { maxTokenBytes };
  const verdict = claims && !unverified.claims ? { ...unverified, claims } : unverified;
  return expectVerdict(verdict, () => Claims.fromUnverified(token as string, options));
}

async function mint({ AccessToken }: typeof Api, vector: MintVector): Promise<void> {
  const { key, secret, claimsJson, allowSensitive, clock, payload, compact } = vector;
  const claims = claimsJson === undefined ? vector.claims : JSON.parse(claimsJson);
  // A vector without claims would mint a bare token, and prove nothing.
  if (!claims) throw new Error("the vector has no claims");
  const strict = AccessToken.withApiKey(key, secret).withClaims(claims as Api.ClaimsInit);
  const token = allowSensitive ? strict.allowSensitiveCredentials() : strict;
  const sign = (compactly: boolean) => token.toJwt({ compact: compactly, clock: () => clock * 1000 });
  if (vector.result === "invalid") return expectVerdict(vector, () => sign(false));
  for (const [compactly, text] of [[false, payload] as const, [true, compact] as const]) {
    if (text === undefined) continue;
    const jwt = await sign(compactly);
    expectEqual(payloadOf(jwt), text, compactly ? "compact payload" : "payload");
    expectEqual(jwt, await signByHand('{"typ":"JWT","alg":"HS256"}', text, secret), "token");
  }
}

async function expectVerdict({ result, code, pointers, claims }: Verdict, attempt: () => unknown): Promise<void> {
  if (result === "valid") {
    const read = await attempt();
    if (claims) expectEqual(read, claims, "claims");
    return;
  }
  const failure = await failureOf(attempt);
  expectEqual(failure.code ?? String(failure), code, "code");
  if (pointers) expectEqual(failure.issues?.map(({ pointer }) => pointer).sort(), [...pointers].sort(), "pointers");
}
