import { describe, expectTypeOf, it } from "vitest";
import {
  type AgentThreadGrants,
  type AgentThreadGrantsInit,
  buildClaims,
  buildVideoGrants,
  Claims,
  type ClaimsInit,
  type ParticipantKind,
  type ParticipantKindDetail,
  type RoomConfiguration,
  type SIPGrants,
  type SIPGrantsInit,
  type TokenVerifier,
  type TrackSource,
  type VerifiedClaims,
  type VideoGrants,
  type VideoGrantsInit,
  type Webhook,
  type WebhookEventName,
} from "../../src/index.js";

type RequiredNames<T> = { [Name in keyof T]-?: object extends Pick<T, Name> ? never : Name }[keyof T];
type OptionalNames<T> = Exclude<keyof T, RequiredNames<T>>;

declare const verifier: TokenVerifier;
declare const claims: Claims;

describe("the output", () => {
  it("is Claims, with every member that has a default", () => {
    expectTypeOf(verifier.verify("")).toEqualTypeOf<Promise<VerifiedClaims>>();
    expectTypeOf(verifier.verifyWebhook("", "")).toEqualTypeOf<Promise<Webhook>>();
    expectTypeOf<Webhook["claims"]>().toEqualTypeOf<VerifiedClaims>();
    expectTypeOf<Webhook["event"]["event"]>().toEqualTypeOf<WebhookEventName | (string & {})>();
    expectTypeOf<VerifiedClaims>().toExtend<Claims>();
    expectTypeOf<Claims>().not.toExtend<VerifiedClaims>();
    expectTypeOf(Claims.fromUnverified("")).toEqualTypeOf<Claims>();
    expectTypeOf(buildClaims({})).toEqualTypeOf<Claims>();
    expectTypeOf<RequiredNames<Claims>>().toEqualTypeOf<
      ("exp" | "iss" | "nbf" | "sub" | "name" | "video" | "sip") | ("sha256" | "metadata" | "attributes" | "roomConfig")
    >();
    expectTypeOf<"iat" | "kind" | "kindDetails" | "agent" | "agentThread">().toExtend<OptionalNames<Claims>>();
    expectTypeOf(claims.exp).toEqualTypeOf<number>();
    expectTypeOf(claims.iat).toEqualTypeOf<number | undefined>();
    expectTypeOf(claims.attributes).toEqualTypeOf<{ [name: string]: string }>();
    expectTypeOf(claims.roomConfig).toEqualTypeOf<RoomConfiguration | null>();
    expectTypeOf(claims.video).toEqualTypeOf<VideoGrants>();
    expectTypeOf(claims.sip).toEqualTypeOf<SIPGrants>();
  });

  it("is VideoGrants and SIPGrants, with every member of the seed", () => {
    expectTypeOf<"agent" | "canSubscribeMetrics" | "canManageAgentSession">().toExtend<OptionalNames<VideoGrants>>();
    expectTypeOf<"canPublish" | "room" | "canPublishSources">().toExtend<RequiredNames<VideoGrants>>();
    expectTypeOf<OptionalNames<SIPGrants>>().toEqualTypeOf<never>();
    expectTypeOf(claims.video.canPublishData).toEqualTypeOf<boolean>();
    expectTypeOf(claims.video.agent).toEqualTypeOf<boolean | undefined>();
    expectTypeOf<OptionalNames<AgentThreadGrants>>().toEqualTypeOf<keyof AgentThreadGrants>();
    expectTypeOf(buildVideoGrants({})).toEqualTypeOf<VideoGrants>();
  });

  it("has open enums that list the known values", () => {
    expectTypeOf<string>().toExtend<VideoGrants["canPublishSources"][number]>();
    expectTypeOf<string>().toExtend<NonNullable<Claims["kind"]>>();
    expectTypeOf<string>().toExtend<NonNullable<Claims["kindDetails"]>[number]>();
    expectTypeOf<TrackSource>().toExtend<VideoGrants["canPublishSources"][number]>();
    // An editor would complete nothing for a plain string.
    expectTypeOf<VideoGrants["canPublishSources"][number]>().not.toEqualTypeOf<string>();
    expectTypeOf<Required<Claims>["kind"]>().not.toEqualTypeOf<string>();
  });
});

describe("the input", () => {
  it("has the members of the output, all optional", () => {
    expectTypeOf<RequiredNames<ClaimsInit>>().toEqualTypeOf<never>();
    expectTypeOf<RequiredNames<VideoGrantsInit>>().toEqualTypeOf<never>();
    expectTypeOf<RequiredNames<SIPGrantsInit>>().toEqualTypeOf<never>();
    expectTypeOf<RequiredNames<AgentThreadGrantsInit>>().toEqualTypeOf<never>();
    expectTypeOf<RequiredNames<RoomConfiguration>>().toEqualTypeOf<never>();
    expectTypeOf<keyof ClaimsInit>().toEqualTypeOf<keyof Claims>();
    expectTypeOf<keyof VideoGrantsInit>().toEqualTypeOf<keyof VideoGrants>();
  });

  it("has closed enums", () => {
    type Source = "camera" | "microphone" | "screen_share" | "screen_share_audio";
    expectTypeOf<TrackSource>().toEqualTypeOf<Source>();
    // TrackSource of @livekit/protocol has numbers.
    expectTypeOf<NonNullable<VideoGrantsInit["canPublishSources"]>[number]>().toEqualTypeOf<Source | number>();
    expectTypeOf<NonNullable<ClaimsInit["kind"]>>().toEqualTypeOf<ParticipantKind>();
    expectTypeOf<NonNullable<ClaimsInit["kindDetails"]>[number]>().toEqualTypeOf<ParticipantKindDetail>();
  });
});
