import { AccessTokenError, type AccessTokenErrorCode } from "../issues/error.js";
import type { Json } from "../json/is-object.js";
import { AccessToken } from "../mint/access-token.js";
import { DEFAULT_TTL, type Duration, toSeconds } from "../mint/duration.js";
import { decodePart } from "../paste/decode-part.js";
import { type CodeSamples, codeSamples } from "./code-samples.js";

/** A request of the page to sign claims. */
export interface MintRequest {
  /** The claims as `withClaims` takes them. */
  readonly claims: Json;
  readonly apiKey: string;
  readonly secret: string;
  /** As `withTtl` takes it; empty for the default. */
  readonly ttl: string;
  readonly compact: boolean;
  readonly allowSensitive: boolean;
}

export type Minted =
  | { readonly token: string; readonly code: CodeSamples }
  | {
      readonly error: AccessTokenErrorCode;
      readonly message: string;
      readonly issues: readonly { readonly pointer: string; readonly message: string }[];
    };

/** Signs a token as a program with the library does. */
export async function mintToken(request: MintRequest): Promise<Minted> {
  const { claims, apiKey, secret, ttl, compact, allowSensitive } = request;
  try {
    const base = AccessToken.withApiKey(apiKey, secret).withClaims(claims as Parameters<AccessToken["withClaims"]>[0]);
    const lasting = ttl.trim() === "" ? base : base.withTtl(ttl.trim() as Duration);
    const token = await (allowSensitive ? lasting.allowSensitiveCredentials() : lasting).toJwt({ compact });
    const payload = decodePart(token.split(".")[1] ?? "") ?? {};
    return { token, code: codeSamples({ ...request, payload, seconds: toSeconds(ttl.trim()) ?? DEFAULT_TTL }) };
  } catch (error) {
    if (!AccessTokenError.is(error)) throw error;
    const { code, message, issues } = error;
    return {
      error: code,
      message: issues.length > 0 ? (message.split(": ", 1)[0] as string) : message,
      issues: issues.slice(0, 20).map((issue) => ({ pointer: issue.pointer, message: issue.message })),
    };
  }
}

/** Returns the claims of a token as they are given to be signed again: without those that signing sets. */
export function claimsToMint(claims: Json): Json {
  const { iss: _iss, exp: _exp, nbf: _nbf, iat: _iat, ...rest } = claims;
  return rest;
}

/** Returns how long a token is valid, as `withTtl` takes it; empty where that cannot be said. */
export function ttlOf({ exp, nbf, iat }: Json): string {
  const from = nbf || iat;
  const seconds = typeof exp === "number" && typeof from === "number" ? exp - from : 0;
  return seconds > 0 ? `${seconds}s` : "";
}
