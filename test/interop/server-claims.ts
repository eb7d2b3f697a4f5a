import { AccessToken, type ClaimsInit } from "../../src/index.js";
import type { LiveKitServer } from "./server.js";

/** An API key, be it one that the server knows or not. */
export type Credentials = Pick<LiveKitServer, "key" | "secret">;

/** More claims for joining a room as alice; of the video grants, those of joining stay unless named. */
export function joining(more: Readonly<Record<string, unknown>> = {}, room = "stage"): Record<string, unknown> {
  return { sub: "alice", ...more, video: { roomJoin: true, room, ...(more.video as object | undefined) } };
}

/** Claims made into a token of ours; secrets too, for no client sees it. */
export function tokenFor({ key, secret }: Credentials, claims: Readonly<Record<string, unknown>>): AccessToken {
  return AccessToken.withApiKey(key, secret)
    .withClaims(claims as ClaimsInit)
    .allowSensitiveCredentials();
}

/** The payload of a token that ours would be, for claims that ours refuses to sign. */
export function payloadFor({ key }: Credentials, claims: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const now = Math.floor(Date.now() / 1000);
  return { iss: key, nbf: now, exp: now + 600, ...claims };
}
