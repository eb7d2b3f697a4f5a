import { RoomConfiguration as RoomConfigurationMessage } from "@livekit/protocol";
import type { StandardSchemaV1 } from "@standard-schema/spec";
import { describe, expectTypeOf, it } from "vitest";
import {
  AccessToken,
  AccessTokenError,
  type AccessTokenErrorCode,
  type AgentThreadGrants,
  type AgentThreadGrantsInit,
  type agentThreadGrantsSchema,
  type Claims,
  type ClaimsInit,
  type claimsSchema,
  type DEFAULT_TTL,
  hashBody,
  type Issue,
  type KeyProvider,
  type ParticipantKind,
  type RoomConfiguration,
  type roomConfigurationSchema,
  type SIPGrants,
  type SIPGrantsInit,
  type sipGrantsSchema,
  type VideoGrants,
  type VideoGrantsInit,
  validateClaims,
  verifyBody,
  type videoGrantsSchema,
} from "../../src/index.js";

declare const token: AccessToken;
declare const claims: Claims;

describe("the with… methods", () => {
  it("return an AccessToken, and toJwt a promise", () => {
    expectTypeOf(AccessToken.withApiKey("", "")).toEqualTypeOf<AccessToken>();
    expectTypeOf(token.withIdentity("").withTtl("10m").allowSensitiveCredentials()).toEqualTypeOf<AccessToken>();
    expectTypeOf(token.toJwt({ compact: true, clock: () => 0 })).toEqualTypeOf<Promise<string>>();
    expectTypeOf<typeof DEFAULT_TTL>().toEqualTypeOf<21_600>();
  });

  it("accept input and output", () => {
    token.withGrants({ roomJoin: true });
    token.withGrants(claims.video);
    token.withSipGrants(claims.sip);
    token.withClaims(claims);
    token.withClaims({ video: claims.video, agentThread: claims.agentThread ?? {} });
    token.withAgentThreadGrants(claims.agentThread ?? {});
    token.withRoomConfig(claims.roomConfig ?? {});
    token.withRoomConfig(new RoomConfigurationMessage());
    expectTypeOf(token.withGrants).parameter(0).toEqualTypeOf<VideoGrantsInit | VideoGrants | undefined>();
    expectTypeOf(token.addGrants).toEqualTypeOf(token.withGrants);
    expectTypeOf(token.withClaims).parameter(0).toEqualTypeOf<ClaimsInit | Claims | undefined>();
    expectTypeOf(token.withSipGrants).parameter(0).toEqualTypeOf<SIPGrantsInit | SIPGrants | undefined>();
  });

  it("accept undefined, which does not change a claim", () => {
    const request: { readonly name?: string; readonly kind?: ParticipantKind } = {};
    token.withName(request.name).withKind(request.kind).withTtl(undefined).withClaims(undefined);
    token.withGrants(undefined).addGrants(undefined).addSipGrants({ call: true }).withRoomConfig(undefined);
    // @ts-expect-error an argument is required
    token.withName();
  });

  it("accept readonly values", () => {
    const grants = { canPublishSources: ["camera"] } as const;
    const init = { video: grants, kindDetails: ["forwarded"], attributes: { a: "b" } } as const;
    const threads = { threadIds: ["t"] } as const;
    token.withGrants(grants);
    token.withClaims(init);
    token.withKindDetails(init.kindDetails);
    token.withAttributes(init.attributes);
    token.withAgentThreadGrants(threads);
  });

  it("reject other members, values and types", () => {
    // @ts-expect-error the member is called room
    token.withGrants({ roomName: "r" });
    // @ts-expect-error the server compares in lower case
    token.withGrants({ canPublishSources: ["MICROPHONE"] });
    // @ts-expect-error a grant is a boolean
    token.withGrants({ roomJoin: "yes" });
    // @ts-expect-error undefined is not a value: leave the member out
    token.withGrants({ room: undefined });
    // @ts-expect-error kinds are in lower case
    token.withKind("AGENT");
    // @ts-expect-error unknown detail
    token.withKindDetails(["cloud"]);
    // @ts-expect-error attributes are strings
    token.withAttributes({ seat: 12 });
    // @ts-expect-error unknown claim
    token.withClaims({ identity: "alice" });
    // @ts-expect-error members of the room configuration are in camelCase
    token.withRoomConfig({ empty_timeout: 5 });
    // @ts-expect-error enums of the room configuration are closed
    token.withRoomConfig({ agents: [{ restartPolicy: "NEVER" }] });
    // @ts-expect-error months have no length
    token.withTtl("1 month");
    token.withTtl("1w").withTtl("2 days").withTtl("1h30m").withTtl("90 seconds");
    // @ts-expect-error an identity is a string
    token.withIdentity(5);
    // @ts-expect-error the constructor is private
    new AccessToken({});
  });
});

it("errors and issues are data", () => {
  expectTypeOf<AccessTokenError>().toExtend<Error>();
  expectTypeOf<AccessTokenError["code"]>().toEqualTypeOf<AccessTokenErrorCode>();
  expectTypeOf<AccessTokenError["issues"]>().toEqualTypeOf<readonly Issue[]>();
  expectTypeOf(validateClaims({}, { profile: "decode" })).toEqualTypeOf<Issue[]>();
  expectTypeOf<Issue["path"]>().toEqualTypeOf<readonly (string | number)[]>();
  expectTypeOf<Issue["suggestion"]>().toEqualTypeOf<string | undefined>();
  // @ts-expect-error there are three profiles
  validateClaims({}, { profile: "lenient" });
  // @ts-expect-error unknown code
  new AccessTokenError("INVALID_TOKEN", "");
});

it("keys come from an object, or from a function that may be async", () => {
  expectTypeOf<{ key: string; rotated: readonly string[] }>().toExtend<KeyProvider>();
  expectTypeOf<(iss: string) => Promise<string[] | undefined>>().toExtend<KeyProvider>();
  expectTypeOf<(iss: string) => string>().toExtend<KeyProvider>();
  expectTypeOf<(iss: string) => number>().not.toExtend<KeyProvider>();
});

it("hashing and checking a body return promises", () => {
  expectTypeOf(hashBody(new Uint8Array())).toEqualTypeOf<Promise<string>>();
  expectTypeOf(verifyBody(claims, "")).toEqualTypeOf<Promise<void>>();
});

it("Standard Schemas infer input and output", () => {
  type Types<Schema extends StandardSchemaV1> = [
    StandardSchemaV1.InferInput<Schema>,
    StandardSchemaV1.InferOutput<Schema>,
  ];
  expectTypeOf<Types<typeof claimsSchema>>().toEqualTypeOf<[ClaimsInit, Claims]>();
  expectTypeOf<Types<typeof videoGrantsSchema>>().toEqualTypeOf<[VideoGrantsInit, VideoGrants]>();
  expectTypeOf<Types<typeof sipGrantsSchema>>().toEqualTypeOf<[SIPGrantsInit, SIPGrants]>();
  expectTypeOf<Types<typeof agentThreadGrantsSchema>>().toEqualTypeOf<[AgentThreadGrantsInit, AgentThreadGrants]>();
  expectTypeOf<Types<typeof roomConfigurationSchema>>().toEqualTypeOf<[RoomConfiguration, RoomConfiguration]>();
});
