import { jwtVerify } from "jose";
import jsonwebtoken from "jsonwebtoken";
import { AccessTokenError, type AccessTokenErrorCode, type Claims, TokenVerifier } from "../../src/index.js";
import { KEY, SECRET } from "../support/tokens.js";

/** A token and the time at which it is judged, in seconds. */
export interface TokenCase {
  readonly token: string;
  readonly now: number;
}

export type Reading = { readonly claims: Claims } | { readonly refused: AccessTokenErrorCode };

const LEEWAY = 60;
const key = new TextEncoder().encode(SECRET);

/** Reads a token by a verifier of this library. */
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
 * Checks that what we accept is accepted by jose and by jsonwebtoken, each told the same key, algorithm, time and leeway.
 *
 * @throws Error naming who refuses
 */
export async function expectAcceptedByOthers({ token, now }: TokenCase): Promise<void> {
  if (!("claims" in (await read({ token, now })))) return;
  try {
    await jwtVerify(token, key, { algorithms: ["HS256"], currentDate: new Date(now * 1000), clockTolerance: LEEWAY });
  } catch (error) {
    throw new Error(`jose refuses what this library accepts: ${(error as Error).message}`);
  }
  try {
    jsonwebtoken.verify(token, SECRET, { algorithms: ["HS256"], clockTimestamp: now, clockTolerance: LEEWAY });
  } catch (error) {
    throw new Error(`jsonwebtoken refuses what this library accepts: ${(error as Error).message}`);
  }
}
