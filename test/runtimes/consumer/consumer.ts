import {
  AccessToken,
  AccessTokenError,
  type AccessTokenErrorCode,
  buildClaims,
  Claims,
  type ClaimsInit,
  type claimsSchema,
  DEFAULT_LEEWAY,
  DEFAULT_TTL,
  type Duration,
  hashBody,
  type Issue,
  type KeyProvider,
  type MintOptions,
  type RoomConfiguration,
  TokenVerifier,
  type VerifyOptions,
  type VideoGrants,
  type VideoGrantsInit,
  validateClaims,
  verifyBody,
} from "livekit-claims";
import { canPublish } from "livekit-claims/permissions";
import { videoGrantsSchema } from "livekit-claims/schemas";

/** Code of an application that uses the types. It is compiled and never run. */
export async function mint(room: string, ttl: Duration = DEFAULT_TTL): Promise<string> {
  const grants: VideoGrantsInit = { roomJoin: true, room, canPublishSources: ["camera"] };
  const config: RoomConfiguration = { emptyTimeout: 60, agents: [{ agentName: "greeter" }] };
  const options: MintOptions = { compact: true, clock: Date.now };
  return AccessToken.withApiKey("key", "secret")
    .withIdentity("alice")
    .withTtl(ttl)
    .withGrants(grants)
    .withRoomConfig(config)
    .withAttributes({ seat: "12" })
    .toJwt(options);
}

export async function verify(token: string, body: Uint8Array): Promise<VideoGrants> {
  const options: VerifyOptions = { leeway: DEFAULT_LEEWAY };
  const keys: KeyProvider = async (issuer) => (issuer === "key" ? ["new", "old"] : undefined);
  const claims: Claims = await TokenVerifier.withKeys(keys, options).verify(token);
  await verifyBody(claims, body);
  const again: Claims = Claims.fromUnverified(token);
  const roomName: string = again.video.room;
  return AccessToken.fromEnv().withGrants(claims.video) && roomName ? claims.video : again.video;
}

export function report(error: unknown): readonly Issue[] {
  if (!(error instanceof AccessTokenError)) throw error;
  const code: AccessTokenErrorCode = error.code;
  return code === "INVALID_CLAIMS" ? error.issues : [];
}

export function collect(): Issue[] {
  const init: ClaimsInit = { sub: "alice", video: { canPublish: false } };
  const exp: number = buildClaims(init).exp;
  const input: ClaimsInit = { exp } satisfies NonNullable<(typeof claimsSchema)["~standard"]["types"]>["input"];
  return validateClaims(input, { profile: "decode" });
}

export function describe(grants: VideoGrantsInit): Record<string, unknown> | undefined {
  const { validate, jsonSchema } = videoGrantsSchema["~standard"];
  const result = validate(grants);
  if (result instanceof Promise || result.issues) return undefined;
  return canPublish({ video: result.value }, "camera") ? jsonSchema.output({ target: "draft-07" }) : undefined;
}

export const digest: Promise<string> = hashBody("body");

// The types reject what minting would reject.

// @ts-expect-error the member is named room
export const misspelt: VideoGrantsInit = { roomName: "my-room" };

// @ts-expect-error sources are in lower case
export const wrongCase: VideoGrantsInit = { canPublishSources: ["CAMERA"] };

// @ts-expect-error a ttl has a unit of s, m, h or d
export const unit: Duration = "10y";

// @ts-expect-error the payload's defaults are filled in, so it is never undefined
export const filledIn: VideoGrants["room"] = undefined;
