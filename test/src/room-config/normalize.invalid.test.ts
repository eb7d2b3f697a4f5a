import { describe, expect, it } from "vitest";
import { Claims } from "../../../src/index.js";
import { faultsOf } from "../../support/readers.js";
import { forge, issuesOf, KEY, NOW, payload } from "../../support/tokens.js";

type Json = Record<string, unknown>;

const faults = (roomConfig: unknown) => faultsOf(forge(payload({ roomConfig })));
const at = (...pointers: string[]): string[] => pointers.map((pointer) => `/roomConfig${pointer}`);

const OPTIONS = "/egress/room/advanced";
const advanced = (options: unknown): Json => ({ egress: { room: { advanced: options } } });
const tracks = (output: unknown): Json => ({ egress: { tracks: output } });
const participant = (egress: unknown): Json => ({ egress: { participant: egress } });

describe("outside its kind a value is refused, with one issue", () => {
  it.each<[Json, string]>([
    [{ emptyTimeout: -1 }, "/emptyTimeout minimum"],
    [{ emptyTimeout: "-1" }, "/emptyTimeout minimum"],
    [{ emptyTimeout: 4294967296 }, "/emptyTimeout maximum"],
    [{ emptyTimeout: "4294967296" }, "/emptyTimeout maximum"],
    [{ emptyTimeout: 1e300 }, "/emptyTimeout maximum"],
    [{ max_participants: -1 }, "/maxParticipants minimum"],
    [advanced({ width: -2147483649 }), `${OPTIONS}/width minimum`],
    [advanced({ width: 2147483648 }), `${OPTIONS}/width maximum`],
    [{ emptyTimeout: 1.5 }, "/emptyTimeout type"],
    [{ emptyTimeout: "1.5" }, "/emptyTimeout type"],
    [{ emptyTimeout: "1e-1" }, "/emptyTimeout type"],
    [advanced({ width: 0.5 }), `${OPTIONS}/width type`],
    [{ emptyTimeout: "" }, "/emptyTimeout type"],
    [{ emptyTimeout: " 60" }, "/emptyTimeout type"],
    [{ emptyTimeout: "60 " }, "/emptyTimeout type"],
    [{ emptyTimeout: "60\n" }, "/emptyTimeout type"],
    [{ emptyTimeout: "+60" }, "/emptyTimeout type"],
    [{ emptyTimeout: "060" }, "/emptyTimeout type"],
    [{ emptyTimeout: "60." }, "/emptyTimeout type"],
    [{ emptyTimeout: ".5e1" }, "/emptyTimeout type"],
    [{ emptyTimeout: "0x3c" }, "/emptyTimeout type"],
    [{ emptyTimeout: "1_000" }, "/emptyTimeout type"],
    [{ emptyTimeout: "1e999" }, "/emptyTimeout type"],
    [{ emptyTimeout: "ten" }, "/emptyTimeout type"],
    [advanced({ keyFrameInterval: "NaN" }), `${OPTIONS}/keyFrameInterval type`],
    [advanced({ keyFrameInterval: "Infinity" }), `${OPTIONS}/keyFrameInterval type`],
    [advanced({ keyFrameInterval: "-Infinity" }), `${OPTIONS}/keyFrameInterval type`],
    [advanced({ keyFrameInterval: "1e999" }), `${OPTIONS}/keyFrameInterval type`],
    [{ agents: [{}, { restartPolicy: 1.5 }] }, "/agents/1/restartPolicy enum"],
    [{ agents: [{ restartPolicy: 2147483648 }] }, "/agents/0/restartPolicy enum"],
    [participant({ preset: -2147483649 }), "/egress/participant/preset enum"],
  ])("%j", async (roomConfig, fault) => {
    expect(await faults(roomConfig)).toEqual(at(fault));
  });

  it.each(["emptyTimeout", "egress"])("a number that is not finite in JSON, for %s", async (place) => {
    const text = place === "egress" ? `{"room":{"advanced":{"keyFrameInterval":1e999}}}` : "1e999";
    const token = forge(`{"iss":"${KEY}","exp":${NOW + 600},"roomConfig":{"${place}":${text}}}`);
    const path = place === "egress" ? `${OPTIONS}/keyFrameInterval` : "/emptyTimeout";
    expect(await faultsOf(token)).toEqual(at(`${path} type`));
  });
});

describe("a value of the wrong type is one issue", () => {
  it.each<[unknown, string]>([
    [5, " type"],
    [false, " type"],
    ["", " type"],
    ['{"name":"n"}', " type"],
    [[], " type"],
    [[{ name: "n" }], " type"],
    [{ name: 5 }, "/name type"],
    [{ name: ["n"] }, "/name type"],
    [{ emptyTimeout: true }, "/emptyTimeout type"],
    [{ empty_timeout: [60] }, "/emptyTimeout type"],
    [{ syncStreams: "true" }, "/syncStreams type"],
    [{ syncStreams: 1 }, "/syncStreams type"],
    [{ egress: 5 }, "/egress type"],
    [{ egress: [] }, "/egress type"],
    [{ egress: "" }, "/egress type"],
    [{ agents: {} }, "/agents type"],
    [{ agents: { 0: {} } }, "/agents type"],
    [{ agents: "a" }, "/agents type"],
    [{ agents: [{}, null] }, "/agents/1 type"],
    [{ agents: ["a"] }, "/agents/0 type"],
    [{ agents: [[]] }, "/agents/0 type"],
    [{ tags: [] }, "/tags type"],
    [{ tags: "a" }, "/tags type"],
    [{ tags: { a: 1 } }, "/tags/a type"],
    [{ tags: { a: null } }, "/tags/a type"],
    [{ tags: JSON.parse('{"__proto__":{}}') }, "/tags/__proto__ type"],
    [{ agents: [{ attributes: { "a/b~": false } }] }, "/agents/0/attributes/a~1b~0 type"],
    [{ agents: [{ restart_policy: true }] }, "/agents/0/restartPolicy enum"],
    [{ agents: [{ restartPolicy: ["JRP_NEVER"] }] }, "/agents/0/restartPolicy enum"],
    [{ agents: [{ restartPolicy: {} }] }, "/agents/0/restartPolicy enum"],
    [participant({ preset: {} }), "/egress/participant/preset enum"],
    [tracks({ s3: "bucket" }), "/egress/tracks/s3 type"],
    [tracks({ gcp: { proxy: [] } }), "/egress/tracks/gcp/proxy type"],
    [{ egress: { room: { streamOutputs: [{ urls: ["a", null] }] } } }, "/egress/room/streamOutputs/0/urls/1 type"],
    [{ egress: { room: { streamOutputs: [{ urls: "rtmp://a" }] } } }, "/egress/room/streamOutputs/0/urls type"],
  ])("%j", async (roomConfig, fault) => {
    expect(await faults(roomConfig)).toEqual(at(fault));
  });

  it("several are several, the first of a place only", async () => {
    const roomConfig = { name: 5, empty_timeout: -1, agents: [{ agentName: 1, restartPolicy: {} }], tags: { a: 1 } };
    expect((await faults(roomConfig)).sort()).toEqual(
      at(
        "/agents/0/agentName type",
        "/agents/0/restartPolicy enum",
        "/emptyTimeout minimum",
        "/name type",
        "/tags/a type",
      ),
    );
  });
});

describe("both spellings of a member are refused", () => {
  it.each<[Json, string]>([
    [{ emptyTimeout: 60, empty_timeout: 60 }, "/empty_timeout duplicate"],
    [{ empty_timeout: 60, emptyTimeout: 60 }, "/emptyTimeout duplicate"],
    [{ emptyTimeout: 0, empty_timeout: 0 }, "/empty_timeout duplicate"],
    [{ agents: [{ agentName: "a", agent_name: "b" }] }, "/agents/0/agent_name duplicate"],
    [{ agents: [{ restart_policy: 0, restartPolicy: "NEW" }] }, "/agents/0/restartPolicy duplicate"],
    [tracks({ disable_manifest: true, disableManifest: true }), "/egress/tracks/disableManifest duplicate"],
  ])("%j", async (roomConfig, fault) => {
    expect(await faults(roomConfig)).toEqual(at(fault));
  });
});

describe("of the members of a oneof that are set, all but the schema's first are refused", () => {
  it.each<[Json, string[]]>([
    [tracks({ s3: {}, gcp: {} }), ["/egress/tracks/gcp oneof"]],
    [tracks({ gcp: {}, s3: {} }), ["/egress/tracks/gcp oneof"]],
    [tracks({ aliOSS: {}, azure: {} }), ["/egress/tracks/aliOSS oneof"]],
    [tracks({ azure: {}, s3: {}, gcp: {} }), ["/egress/tracks/gcp oneof", "/egress/tracks/azure oneof"]],
    [participant({ preset: 0, advanced: {} }), ["/egress/participant/advanced oneof"]],
    [participant({ advanced: {}, preset: "PASSTHROUGH" }), ["/egress/participant/advanced oneof"]],
    [participant({ preset: "UNKNOWN", advanced: {} }), ["/egress/participant/advanced oneof"]],
    [participant({ advanced: {}, preset: 99 }), ["/egress/participant/advanced oneof"]],
    [
      { egress: { room: { fileOutputs: [{ s3: {} }, { gcp: {}, azure: {} }] } } },
      ["/egress/room/fileOutputs/1/azure oneof"],
    ],
    [{ egress: { room: { file: {}, preset: 1, advanced: {} } } }, ["/egress/room/advanced oneof"]],
  ])("%j", async (roomConfig, expected) => {
    expect(await faults(roomConfig)).toEqual(at(...expected));
  });

  it("the message names them all", async () => {
    const roomConfig = tracks({ s3: {}, gcp: {} });
    const [issue] = await issuesOf(() => Claims.fromUnverified(forge(payload({ roomConfig }))));
    expect(issue?.message).toBe("must not be set beside s3: at most one of s3, gcp, azure, aliOSS may be");
  });
});
