import { describe, expect, it } from "vitest";
import { enums } from "../../../generated/shapes.js";
import type { Issue } from "../../../src/issues/issue.js";
import { normalizeRoomConfig } from "../../../src/room-config/normalize.js";
import { refuseUnknown } from "../../../src/room-config/unknown-members.js";

function issuesOf(roomConfig: unknown): string[] {
  const issues: Issue[] = [];
  normalizeRoomConfig(roomConfig, ["roomConfig"], refuseUnknown("Claims", issues));
  return issues.map(({ pointer, keyword, message }) => `${pointer} ${keyword}: ${message}`);
}

const memory = (group: string) =>
  `oneof: is the in-memory form of a oneof in protobuf-es, not JSON; set one of ${group}, or pass new RoomConfiguration(init)`;

describe("a value that normalizing drops", () => {
  it.each<[object, string]>([
    [
      { emptyTimout: 5 },
      '/roomConfig/emptyTimout additionalProperties: is not a member of RoomConfiguration; did you mean "emptyTimeout"?',
    ],
    [{ egress: { zzzz: {} } }, "/roomConfig/egress/zzzz additionalProperties: is not a member of RoomEgress"],
    [
      { agents: [{ restartPolicy: "JRP_NEVR" }] },
      `/roomConfig/agents/0/restartPolicy enum: must be one of ${Object.keys(enums.JobRestartPolicy).join(", ")}; got "JRP_NEVR" (did you mean "JRP_NEVER"?)`,
    ],
    [
      { egress: { tracks: { output: { case: "s3", value: {} } } } },
      `/roomConfig/egress/tracks/output ${memory("s3, gcp, azure, aliOSS")}`,
    ],
    [
      { egress: { room: { options: { case: "preset", value: 1 } } } },
      `/roomConfig/egress/room/options ${memory("preset, advanced")}`,
    ],
    [
      { egress: { tracks: { output: "s3" } } },
      "/roomConfig/egress/tracks/output additionalProperties: is not a member of AutoTrackEgress",
    ],
  ])("is reported: %j", (roomConfig, issue) => {
    expect(issuesOf(roomConfig)).toEqual([issue]);
  });
});
