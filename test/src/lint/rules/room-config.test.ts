import { RoomConfiguration as Message } from "@livekit/protocol";
import { describe, expect, it } from "vitest";
import { enums } from "../../../../generated/shapes.js";
import { AccessToken } from "../../../../src/index.js";
import { findingsOf, found, lintNow, payload } from "../../../support/lint.js";
import { clock, KEY, SECRET } from "../../../support/tokens.js";

const configured = (roomConfig: unknown) => payload({ roomConfig });
const room = (egress: object) => configured({ egress: { room: egress } });

describe("places in a room configuration", () => {
  it("have the spelling of the token", () => {
    const claims = room({
      audio_mixing: "STEREO",
      file_outputs: [{}, { file_type: 0, s3: { access_key: "AK", session_token: "t", proxy: { pasword: "p" } } }],
      streamOutputs: [{ urls: ["rtmp://host/key"] }],
    });
    expect(found(claims)).toEqual([
      "secret-in-room-config /roomConfig/egress/room/file_outputs/1/s3/session_token",
      "secret-in-room-config /roomConfig/egress/room/streamOutputs/0/urls/0",
      "access-key-in-room-config /roomConfig/egress/room/file_outputs/1/s3/access_key",
      "unknown-in-room-config /roomConfig/egress/room/audio_mixing",
      "unknown-in-room-config /roomConfig/egress/room/file_outputs/1/s3/proxy/pasword",
      "default-in-room-config /roomConfig/egress/room/file_outputs/1/file_type",
    ]);
  });

  it("have the spelling of the token for wrong types too", () => {
    expect(
      found(configured({ empty_timeout: "soon", egress: { tracks: { disable_manifest: {}, aliOSS: 5 } } })),
    ).toEqual([
      "invalid-claims /roomConfig/empty_timeout",
      "invalid-claims /roomConfig/egress/tracks/disable_manifest",
      "invalid-claims /roomConfig/egress/tracks/aliOSS",
    ]);
  });
});

describe("secrets in a room configuration", () => {
  it("are found beside invalid members", () => {
    const claims = room({ layout: 5, file_outputs: [null, "x", { gcp: { credentials: "c" } }], segments: [] });
    expect(found(claims)).toContain("secret-in-room-config /roomConfig/egress/room/file_outputs/2/gcp/credentials");
  });

  it("include a user name or password in a URL, in either of two spellings", () => {
    const claims = room({ custom_base_url: "https://a:b@host", customBaseUrl: "https://host" });
    expect(found(claims)).toContain("secret-in-room-config /roomConfig/egress/room/custom_base_url");
  });

  it("are not repeated", () => {
    const claims = room({
      fileOutputs: [{ s3: { secret: "hunter2", accessKey: "AKIA2" } }],
      streamOutputs: [{ urls: ["srt://hunter2"] }],
    });
    expect(lintNow(claims)).toHaveLength(3);
    expect(JSON.stringify(lintNow(claims, { secret: "hunter2" }))).not.toMatch(/hunter2|AKIA2/);
  });
});

describe("members at their default", () => {
  it.each<[string, object, string[]]>([
    [
      "defaults of each kind",
      { name: "", emptyTimeout: 0, syncStreams: false, agents: [], tags: {} },
      ["/name", "/emptyTimeout", "/syncStreams", "/agents", "/tags"],
    ],
    ["null", { tags: null }, ["/tags"]],
    ["a number in a string", { emptyTimeout: "0" }, ["/emptyTimeout"]],
    ["an enum by its number", { agents: [{ restartPolicy: 0 }] }, ["/agents/0/restartPolicy"]],
  ])("are found: %s", (_, config, pointers) => {
    const findings = findingsOf("default-in-room-config", configured(config));
    expect(findings.map(({ pointer }) => pointer)).toEqual(pointers.map((pointer) => `/roomConfig${pointer}`));
  });

  it("do not include messages and members of a oneof, which count as set", () => {
    const egress = { participant: { preset: "H264_720P_30" }, tracks: { gcp: {} } };
    expect(found(configured({ egress, metadata: "m" }))).toEqual([]);
    expect(found(configured(null))).toEqual([]);
  });

  it("are written by livekit-server-sdk, but not by this library", async () => {
    const message = new Message({ name: "r" });
    const theirs = payload({ roomConfig: message.toJson({ emitDefaultValues: true }) });
    expect(found(theirs)).toContain("default-in-room-config /roomConfig/tags");
    const ours = await AccessToken.withApiKey(KEY, SECRET)
      .withSha256("digest")
      .withRoomConfig(message)
      .toJwt({ clock });
    expect(found(ours)).toEqual([]);
  });
});

it("lists the known values for an unknown value of an enum", () => {
  const [finding] = findingsOf("unknown-in-room-config", configured({ agents: [{ restart_policy: "jrp_never" }] }));
  expect(finding).toMatchObject({
    path: ["roomConfig", "agents", 0, "restart_policy"],
    message:
      `must be one of ${Object.keys(enums.JobRestartPolicy).join(", ")}; got "jrp_never" (did you mean "JRP_NEVER"?); ` +
      "servers 1.11.0 and older refuse the token for it",
    fix: 'Write "JRP_NEVER".',
  });
});

it("reports an unknown number of an enum, which no server refuses", () => {
  const [finding] = findingsOf("unknown-in-room-config", room({ audioMixing: 99 }));
  expect(finding?.message).toMatch(/^must be one of DEFAULT_MIXING, /);
  expect(finding?.message).not.toContain("refuse");
});

it("reports a member in two spellings without its values", () => {
  const output = { filepath: "f", s3: { bucket: "b", secret: "hunter2" } };
  for (const other of [output, {}, { s3: { bucket: "b" } }]) {
    const findings = lintNow(room({ file_outputs: [output], fileOutputs: [other] }));
    expect(findings).not.toEqual([]);
    expect(JSON.stringify(findings)).not.toContain("hunter2");
  }
});

it("reports a name in another case as unknown, as servers treat it", () => {
  expect(found(configured({ Name: "r" }))).toEqual(["unknown-in-room-config /roomConfig/Name"]);
});
