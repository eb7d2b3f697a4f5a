import { TrackSource as ProtocolSource } from "@livekit/protocol";
import { describe, expect, it } from "vitest";
import { enums } from "../../../generated/shapes.js";
import {
  AccessToken,
  buildVideoGrants,
  type ClaimsInit,
  type Issue,
  roomConfigurationSchema,
  validateClaims,
} from "../../../src/index.js";
import { clock, failure, issuesOf, KEY, NOW, payloadOf, SECRET } from "../../support/tokens.js";

const token = AccessToken.withApiKey(KEY, SECRET);

/** Bypasses the types, as a caller in JavaScript does. */
const mint = (claims: unknown): Promise<string> => token.withClaims(claims as ClaimsInit).toJwt({ clock });
const issue = (path: Issue["path"], keyword: string, message: string, suggestion?: string): Issue => ({
  path,
  pointer: path.map((segment) => `/${segment}`).join(""),
  keyword,
  message,
  ...(suggestion === undefined ? {} : { suggestion }),
});

const SOURCES = Object.keys(enums.TrackSource).join(", ");
const KINDS = Object.keys(enums.ParticipantKind).join(", ");

describe("one mistake leads to one issue", () => {
  const unknown = (of: string, meant?: string) =>
    [
      "additionalProperties",
      `is not a member of ${of}${meant === undefined ? "" : `; did you mean "${meant}"?`}`,
      meant,
    ] as const;
  const custom = [
    "additionalProperties",
    "is not a member of Claims; put the identity into sub, and data of the application into attributes or metadata",
  ] as const;
  const member = (of: string) =>
    ["additionalProperties", `is not a member of Claims; it is a member of ${of}`] as const;
  const type = (expected: string, got: string) => ["type", `must be ${expected}; got ${got}`] as const;

  it.each<[object, Issue["path"], string, string, string?]>([
    // unknown members, with the likely one
    [{ video: { roomName: "r" } }, ["video", "roomName"], ...unknown("VideoGrants", "room")],
    [{ video: { canpublish: true } }, ["video", "canpublish"], ...unknown("VideoGrants", "canPublish")],
    [
      { video: { can_update_own_metadata: true } },
      ["video", "can_update_own_metadata"],
      ...unknown("VideoGrants", "canUpdateOwnMetadata"),
    ],
    [{ video: { canPublsh: true } }, ["video", "canPublsh"], ...unknown("VideoGrants", "canPublish")],
    [{ video: { unrelated: true } }, ["video", "unrelated"], ...unknown("VideoGrants")],
    [{ identity: "alice" }, ["identity"], ...custom],
    [{ room_config: {} }, ["room_config"], ...unknown("Claims", "roomConfig")],
    [{ aud: "x" }, ["aud"], ...custom],
    [{ agentThread: { thread_ids: [] } }, ["agentThread", "thread_ids"], ...unknown("AgentThreadGrants", "threadIds")],
    [
      { roomConfig: { empty_timeouts: 1 } },
      ["roomConfig", "empty_timeouts"],
      ...unknown("RoomConfiguration", "emptyTimeout"),
    ],
    [
      { roomConfig: { agents: [{}, { agentname: "a" }] } },
      ["roomConfig", "agents", 1, "agentname"],
      ...unknown("RoomAgentDispatch", "agentName"),
    ],
    [
      { video: { [`room${"_".repeat(60)}`]: 1 } },
      ["video", `room${"_".repeat(60)}`],
      ...unknown("VideoGrants", "room"),
    ],
    [{ video: { [`room${"_".repeat(61)}`]: 1 } }, ["video", `room${"_".repeat(61)}`], ...unknown("VideoGrants")],
    // and what was meant by one of its words, but no grant that permits more
    [{ video: { join: true } }, ["video", "join"], ...unknown("VideoGrants", "roomJoin")],
    [{ video: { publishSources: [] } }, ["video", "publishSources"], ...unknown("VideoGrants", "canPublishSources")],
    [{ video: { record: true } }, ["video", "record"], ...unknown("VideoGrants", "roomRecord")],
    [{ video: { agentName: "a" } }, ["video", "agentName"], ...unknown("VideoGrants")],
    [{ video: { agentId: "a" } }, ["video", "agentId"], ...unknown("VideoGrants")],
    [{ agents: [] }, ["agents"], ...member("roomConfig")],
    [{ admin: true }, ["admin"], ...member("sip and agent")],
    [{ video: { agents: [] } }, ["video", "agents"], ...unknown("VideoGrants")],
    [{ video: { metadata: "m" } }, ["video", "metadata"], ...unknown("VideoGrants")],
    [{ roomJoin: true }, ["roomJoin"], ...member("video")],
    // enums, with the value quoted, escaped and shortened
    [
      { video: { canPublishSources: ["camera", "MICROPHONE"] } },
      ["video", "canPublishSources", 1],
      "enum",
      `must be one of ${SOURCES}; got "MICROPHONE" (did you mean "microphone"?)`,
      "microphone",
    ],
    [{ kind: 'x"\n' }, ["kind"], "enum", String.raw`must be one of ${KINDS}; got "x\"\n"`],
    [{ kind: "z".repeat(41) }, ["kind"], "enum", `must be one of ${KINDS}; got "${"z".repeat(40)}…"`],
    [{ kind: 3 }, ["kind"], "enum", `must be one of ${KINDS}; got a number`],
    [
      { roomConfig: { agents: [{ restartPolicy: "never" }] } },
      ["roomConfig", "agents", 0, "restartPolicy"],
      "enum",
      `must be one of ${Object.keys(enums.JobRestartPolicy).join(", ")}; got "never" (did you mean "JRP_NEVER"?)`,
      "JRP_NEVER",
    ],
    // types
    [{ sub: 5 }, ["sub"], ...type("a string", "a number")],
    [{ name: null }, ["name"], ...type("a string", "null")],
    [{ video: { roomJoin: "yes" } }, ["video", "roomJoin"], ...type("a boolean", "a string")],
    [{ video: { canPublishSources: "camera" } }, ["video", "canPublishSources"], ...type("an array", "a string")],
    [{ video: [] }, ["video"], ...type("an object", "an array")],
    [{ attributes: { seat: 12 } }, ["attributes", "seat"], ...type("a string", "a number")],
    [{ roomConfig: true }, ["roomConfig"], ...type("an object", "a boolean")],
    [{ roomConfig: { tags: { t: {} } } }, ["roomConfig", "tags", "t"], ...type("a string", "an object")],
    [{ exp: 1.5 }, ["exp"], ...type("an integer", "a number with a fraction")],
    // bounds
    [{ nbf: -1 }, ["nbf"], "minimum", "must be at least 0"],
    [
      { exp: 2 ** 53 },
      ["exp"],
      "maximum",
      "must be a number of seconds since 1970, before the year 10000; divide milliseconds by 1000",
    ],
    [{ exp: 1 }, ["exp"], "expiry", "must be later than nbf: the token would never be valid"],
    [
      { roomConfig: { maxParticipants: 2 ** 32 } },
      ["roomConfig", "maxParticipants"],
      "maximum",
      "must be at most 4294967295",
    ],
    // rules between members
    [{ video: { roomJoin: true, room: "r" } }, ["sub"], "required", "is required when video.roomJoin is true"],
    [
      { video: { roomJoin: true, room: "r" }, sub: "" },
      ["sub"],
      "minLength",
      "must not be empty when video.roomJoin is true",
    ],
    [{ video: { roomJoin: true }, sub: "a" }, ["video", "room"], "required", "is required when video.roomJoin is true"],
    [
      { video: { roomJoin: true, room: "" }, sub: "a" },
      ["video", "room"],
      "minLength",
      "must not be empty when video.roomJoin is true",
    ],
    [
      { roomConfig: { egress: { tracks: { gcp: {}, s3: {} } } } },
      ["roomConfig", "egress", "tracks", "gcp"],
      "oneof",
      "must not be set beside s3: at most one of s3, gcp, azure, aliOSS may be",
    ],
    [{ iss: "another" }, ["iss"], "const", "must be the API key that signs the token, or be left out"],
    // claims that are not an object
    ["claims", [], ...type("an object", "a string")],
    [[], [], ...type("an object", "an array")],
  ] as [object, Issue["path"], string, string, string?][])("%j", async (claims, path, keyword, message, suggestion) => {
    const error = await failure(mint(claims));
    expect(error.code).toBe("INVALID_CLAIMS");
    expect(error.issues).toEqual([issue(path, keyword, message, suggestion)]);
    const place = path.length === 0 ? "" : `${error.issues[0]?.pointer} `;
    expect(error.message).toBe(`the claims are invalid: ${place}${message}`);
  });

  it("validateClaims returns the same issues", async () => {
    const claims = { exp: NOW + 60, iss: KEY, video: { roomName: "r", canPublishSources: ["Camera"] }, sub: 5 };
    expect(validateClaims(claims)).toEqual(await issuesOf(mint(claims)));
    expect(validateClaims(claims)).toHaveLength(3);
    expect(validateClaims({ exp: 1, iss: "other", video: {} })).toEqual([]);
    expect(validateClaims({}).map(({ pointer }) => pointer)).toEqual(["/exp", "/iss"]);
    expect(validateClaims({}, { profile: "input" })).toEqual([]);
    expect(validateClaims({ video: { roomName: "r" }, exp: 1.5 }, { profile: "decode" })).toEqual([]);
  });
});

describe("messages of protobuf-es, and other spellings of protobuf JSON", () => {
  it.each<[string, object]>([
    ["set", { case: "preset", value: 0 }],
    ["not set", { case: undefined }],
  ])("are rejected with the way to convert them, a oneof of an init shape with one issue: %s", async (_, options) => {
    const room = { options };
    expect(await issuesOf(mint({ roomConfig: { egress: { room } } }))).toMatchObject([
      {
        pointer: "/roomConfig/egress/room/options",
        keyword: "oneof",
        message: expect.stringContaining("new RoomConfiguration(init)"),
      },
    ]);
  });

  it("are normalized in the spelling of LiveKit's clients", async () => {
    const roomConfig = { agents: [{ agent_name: "x" }], empty_timeout: 30 };
    const expected = { emptyTimeout: 30, agents: [{ agentName: "x" }] };
    expect(payloadOf(await mint({ roomConfig }))).toMatchObject({ roomConfig: expected });
    expect(payloadOf(await token.withRoomConfig(roomConfig as object).toJwt({ clock }))).toMatchObject({
      roomConfig: expected,
    });
    expect(validateClaims({ roomConfig }, { profile: "input" })).toEqual([]);
    expect(roomConfigurationSchema["~standard"].validate(roomConfig)).toEqual({ value: expected });
  });

  it("may have the numbers of @livekit/protocol for sources, except for UNKNOWN", async () => {
    const { UNKNOWN, CAMERA, MICROPHONE, SCREEN_SHARE, SCREEN_SHARE_AUDIO } = ProtocolSource;
    const canPublishSources = [CAMERA, MICROPHONE, SCREEN_SHARE, SCREEN_SHARE_AUDIO];
    const names = ["camera", "microphone", "screen_share", "screen_share_audio"];
    const jwt = await token.withGrants({ canPublishSources }).toJwt({ clock });
    expect(payloadOf(jwt)).toMatchObject({ video: { canPublishSources: names } });
    expect(buildVideoGrants({ canPublishSources }).canPublishSources).toEqual(names);
    expect(await issuesOf(mint({ video: { canPublishSources: [CAMERA, UNKNOWN] } }))).toMatchObject([
      { pointer: "/video/canPublishSources/1", keyword: "enum" },
    ]);
  });
});

describe("an error says", () => {
  it("that claims cannot be read, also when others are invalid", async () => {
    const claims = {
      name: 5,
      get sub() {
        throw new Error("private");
      },
    };
    const error = await failure(mint(claims));
    expect(error.code).toBe("INVALID_ARGUMENT");
    expect(error.message).toMatch(/^the claims cannot be read: /);
    expect(error.issues.map(({ pointer }) => pointer).sort()).toEqual(["/name", "/sub"]);
  });

  it("what a ttl may be", async () => {
    const text = 'must be a positive number of seconds, or a text such as "90s", "1h30m", "2 days" or "1 week"';
    const fix = "for a fixed time, set exp with withClaims: a number of seconds since 1970";
    expect((await failure(token.withTtl(-1).toJwt())).message).toBe(`the claims are invalid: /ttl ${text}; ${fix}`);
  });

  it("of which kind a secret is, and what to do", async () => {
    const s3 = { accessKey: "name", secret: "x", endpoint: "https://a:b@host" };
    const { message, issues } = await failure(mint({ roomConfig: { egress: { tracks: { s3 } } } }));
    expect(message).toMatch(
      /^the room configuration holds secrets; leave them to the server, or call allowSensitiveCredentials\(\): /,
    );
    expect(issues.map(({ path, keyword }) => [path.at(-1), keyword])).toEqual([
      ["secret", "x-secret"],
      ["endpoint", "user-info"],
    ]);
  });

  it.each(["addGrants", "withGrants"] as const)("the place in grants of %s", async (method) => {
    const draft = token[method]({ room: () => "r" } as never);
    expect(await issuesOf(draft.toJwt())).toMatchObject([{ pointer: "/video/room", keyword: "json" }]);
  });
});
