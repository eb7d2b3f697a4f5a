import { jwtVerify } from "jose";
import jsonwebtoken from "jsonwebtoken";
import { AccessTokenError, type AccessTokenErrorCode, type Claims, TokenVerifier } from "../../src/index.js";
import { KEY, SECRET } from "../support/tokens.js";

/** A token and the time of verification in seconds. */
export interface TokenCase {
  readonly token: string;
  readonly now: number;
}

export type Reading = { readonly claims: Claims } | { readonly refused: AccessTokenErrorCode };

const LEEWAY = 60;
const key = new TextEncoder().encode(SECRET);

/** Verifies a token with a verifier of this library. */
export async function readBy(verifier: TokenVerifier, token: string): Promise<Reading> {
  try {
    return { claims: await verifier.verify(token) };
  } catch (error) {
    if (error instanceof AccessTokenError) return { refused: error.code };
    throw error;
  }
}

export function read({ token, now }: TokenCase): Promise<Reading> {
  return readBy(TokenVerifier.withApiKey(KEY, SECRET, { clock: () => now * 1000 }), token);
}

/**
 * Checks that jose and jsonwebtoken accept a token that this library accepts, with the same key, algorithm, time and
 * leeway.
 *
 * @throws Error with the name of the library that rejects it
 */
export async function expectAcceptedByOthers({ token, now }: TokenCase): Promise<void> {
  if (!("claims" in (await read({ token, now })))) return;
  try {
    await jwtVerify(token, key, { algorithms: ["HS256"], currentDate: new Date(now * 1000), clockTolerance: LEEWAY });
  } catch (error) {
    throw new Error(`jose rejects a token that this library accepts: ${(error as Error).message}`);
  }
  try {
    jsonwebtoken.verify(token, SECRET, { algorithms: ["HS256"], clockTimestamp: now, clockTolerance: LEEWAY });
  } catch (error) {
    throw new Error(`jsonwebtoken rejects a token that this library accepts: ${(error as Error).message}`);
  }
}
