import { describe, expect, it } from "vitest";
import { compareDeclarations, type Drift } from "../../scripts/protocol/drift/compare.js";
import { withoutRegistered } from "../../scripts/protocol/drift/ours.js";
import type { Declarations, Part } from "../../scripts/protocol/drift/source.js";
import { SOURCES } from "../../scripts/protocol/drift/sources.js";
import { CHANGES, type Change, EDITS, type Edit } from "./changes.js";
import { fixtureOf } from "./fixture.js";

/** What every fixture of a part declares, whatever it is written in. */
const DECLARED: Readonly<Record<Part, Declarations>> = {
  claims: {
    name: "string",
    video: "object",
    "video.room": "string",
    "video.canPublish": "boolean",
    "video.canPublishSources": "string[]",
    attributes: "object<string,string>",
    roomConfig: "object",
  },
  "room configuration": {
    "RoomConfiguration.max_participants": "uint32",
    "RoomConfiguration.agents": "RoomAgentDispatch[]",
    "RoomConfiguration.tags": "map of string",
    "RoomConfiguration.preset": "string",
    "RoomConfiguration.aliOSS": "bool",
    "RoomConfiguration oneof options": "aliOSS preset",
    "RoomAgentDispatch.agent_name": "string",
    "RoomAgentDispatch.restart_policy": "JobRestartPolicy",
    "JobRestartPolicy.JRP_ON_FAILURE": "0",
    "JobRestartPolicy.JRP_NEVER": "1",
    "TrackSource.UNKNOWN": "name",
    "TrackSource.CAMERA": "name",
    "ParticipantInfo.Kind.STANDARD": "name",
    "ParticipantInfo.KindDetail.CLOUD_AGENT": "name",
  },
};

const FOUND: Readonly<Record<Part, Readonly<Record<Change, Drift>>>> = {
  claims: {
    added: { added: [{ name: "video.fresh", type: "boolean" }], lacking: [], retyped: [] },
    removed: { added: [], lacking: ["video.room"], retyped: [] },
    renamed: {
      added: [{ name: "video.roomName", type: "string", renamed: "video.room" }],
      lacking: ["video.room"],
      retyped: [],
    },
    retyped: { added: [], lacking: [], retyped: [{ name: "video.canPublish", ours: "boolean", theirs: "string" }] },
  },
  "room configuration": {
    added: { added: [{ name: "RoomAgentDispatch.fresh", type: "bool" }], lacking: [], retyped: [] },
    removed: { added: [], lacking: ["RoomConfiguration.max_participants"], retyped: [] },
    renamed: {
      added: [
        {
          name: "RoomConfiguration.participants_limit",
          type: "uint32",
          renamed: "RoomConfiguration.max_participants",
        },
      ],
      lacking: ["RoomConfiguration.max_participants"],
      retyped: [],
    },
    retyped: {
      added: [],
      lacking: [],
      retyped: [{ name: "RoomConfiguration.max_participants", ours: "uint32", theirs: "int64" }],
    },
  },
};

describe.each(SOURCES)("$title", (source) => {
  const read = async (edit?: Edit): Promise<Declarations> =>
    withoutRegistered(await source.read(await fixtureOf(source.id, edit)));

  it("is read off its own code", async () => {
    expect(await read()).toEqual(DECLARED[source.part]);
  });

  it.each(CHANGES)("shows a member that is %s", async (change) => {
    const theirs = await read(EDITS[source.id]?.[change]);
    expect(compareDeclarations(DECLARED[source.part], theirs)).toEqual(FOUND[source.part][change]);
  });
});
