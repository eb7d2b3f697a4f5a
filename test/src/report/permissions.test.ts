import { describe, expect, it } from "vitest";
import type { Examination } from "../../../src/report/examination.js";
import { json } from "../../support/run-cli.js";
import { forge, payload } from "../../support/tokens.js";

/** Returns the permissions that inspect reports for these claims, as "may …" or "may not …". */
async function permissionsOf(claims: Record<string, unknown>): Promise<string[]> {
  const { permissions } = await json<Examination>(["inspect", "--json"], { stdin: forge(payload(claims)) });
  return (permissions ?? []).map(({ may, what }) => `${may ? "may" : "may not"} ${what}`);
}

const NO_JOIN = "may not join a room: roomJoin is not granted";

describe("permissions in a room", () => {
  const joining = (video: object, more: object = {}) =>
    permissionsOf({ video: { roomJoin: true, room: "stage", ...video }, ...more });

  it.each<[object, string]>([
    [{}, "may publish tracks in the room"],
    [{ canPublish: false }, "may not publish tracks in the room"],
    [{ canPublish: false, canPublishSources: ["camera"] }, "may not publish tracks in the room"],
    [{ canPublishSources: ["camera"] }, "may publish tracks in the room, but only of camera"],
    [
      { canPublishSources: ["screen_share", "camera", "microphone"] },
      "may publish tracks in the room, but only of camera, microphone and screen_share",
    ],
    [{ canPublishSources: ["CAMERA"] }, "may not publish tracks in the room: canPublishSources has no known source"],
    [{ canSubscribe: false }, "may not receive other participants' tracks in the room"],
    [{ canPublish: false }, "may not send data messages in the room"],
    [{ canPublish: false, canPublishData: true }, "may send data messages in the room"],
    [{ canUpdateOwnMetadata: true }, "may change one's own name, metadata and attributes while in the room"],
    [{ hidden: true }, "may stay invisible to the other participants of the room, as a bot would"],
    [{ recorder: true }, "may tell the room that this participant records it"],
    [{ canSubscribeMetrics: true }, "may receive the metrics that participants of the room report"],
  ])("are reported for %j", async (video, line) => {
    expect(await joining(video)).toContain(line);
  });

  it("name the participant after jti when there is no identity", async () => {
    expect(await joining({}, { sub: "", jti: "bob" })).toContain('may join the room "stage" as "bob"');
  });

  it.each<[Record<string, unknown>, string]>([
    [{ video: { room: "stage", canPublish: true } }, NO_JOIN],
    [{ video: { roomJoin: true } }, "may not join a room: video.room is empty"],
    [
      { sub: "", video: { roomJoin: true, room: "stage" } },
      "may not join a room: sub is empty; a participant needs an identity",
    ],
  ])("are none for %j", async (claims, line) => {
    expect(await permissionsOf(claims)).toEqual([line, "may not do anything else: no grant permits it"]);
  });
});

describe("other permissions", () => {
  it.each<[Record<string, unknown>, string[]]>([
    [
      { video: { roomCreate: true, roomList: true, roomRecord: true, ingressAdmin: true, agent: true } },
      [
        "may create and delete rooms",
        "may list the rooms that are open",
        "may start, stop and list recordings and other egress",
        "may manage every ingress of the project",
        "may register with the server as a worker of the agents framework",
      ],
    ],
    [
      { video: { roomAdmin: true, room: "stage", destinationRoom: "hall" } },
      [
        'may moderate the room "stage": mute, remove and update its participants, send data, change its metadata',
        'may forward and move participants from there to the room "hall"',
      ],
    ],
    [
      { video: { roomAdmin: true } },
      ["may not moderate a room: video.room is empty", "may not do anything else: no grant permits it"],
    ],
    [
      { sip: { admin: true, call: true }, inference: { perform: true } },
      [
        "may manage the project's SIP resources: trunks, dispatch rules and the calls themselves",
        "may place outbound SIP calls",
        "may use every hosted model: language, speech to text and text to speech",
      ],
    ],
    [{ agent: { admin: true, databaseAdmin: false } }, ["may create, change and delete hosted agents"]],
    [{ agentEndpoint: { call: true } }, ["may call the non-public HTTP endpoints of every agent"]],
    [
      { agentEndpoint: { call: true, agentName: "a", deployment: "d" } },
      ['may call the non-public HTTP endpoints of the agent "a", in the deployment "d"'],
    ],
    [
      { agentThread: { list: true, create: true, scope: "s", read: true, write: true, threadIds: ["", "t", "u"] } },
      ['may list and create threads of the scope "s"', 'may read and write the threads "t" and "u"'],
    ],
    [
      { agentThread: { all: true, list: true, write: true, delete: true } },
      [
        "may list threads of every scope",
        "may write and delete every thread",
        "may change the attributes and idle times of threads",
      ],
    ],
    [
      { agentThread: { list: true, read: true } },
      [
        "may not list threads: agentThread.scope is empty",
        "may not read threads: agentThread.threadIds has no id",
        "may not do anything else: no grant permits it",
      ],
    ],
  ])("are reported for %j", async (claims, lines) => {
    expect(await permissionsOf(claims)).toEqual([NO_JOIN, ...lines]);
  });
});
