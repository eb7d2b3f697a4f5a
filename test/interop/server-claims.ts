import { AccessToken, type ClaimsInit } from "../../src/index.js";
import type { LiveKitServer } from "./server.js";

/** An API key, known to the server or not. */
export type Credentials = Pick<LiveKitServer, "key" | "secret">;

/** Returns claims for joining a room as alice, with more claims. Video grants are merged. */
export function joining(more: Readonly<Record<string, unknown>> = {}, room = "stage"): Record<string, unknown> {
  return { sub: "alice", ...more, video: { roomJoin: true, room, ...(more.video as object | undefined) } };
}

/** Returns a draft of a token with the claims. Secrets are allowed, since no client sees the token. */
export function tokenFor({ key, secret }: Credentials, claims: Readonly<Record<string, unknown>>): AccessToken {
  return AccessToken.withApiKey(key, secret)
    .withClaims(claims as ClaimsInit)
    .allowSensitiveCredentials();
}

/** Returns the payload of a token with claims that this library would not sign. */
export function payloadFor({ key }: Credentials, claims: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const now = Math.floor(Date.now() / 1000);
  return { iss: key, nbf: now, exp: now + 600, ...claims };
}
