import { describe, expect, it } from "vitest";
import { compareDeclarations, type Drift } from "../../scripts/protocol/compare.js";
import { SOURCES } from "../../scripts/protocol/coverage/sources.js";
import { withoutRegistered } from "../../scripts/protocol/our-claims.js";
import type { Declarations } from "../../scripts/protocol/structs.js";
import { CHANGES, type Change, EDITS, type Edit } from "./changes.js";
import { fixtureOf } from "./fixture.js";

/** The declarations of every fixture, whatever its language. */
const DECLARED: Declarations = {
  name: "string",
  video: "object",
  "video.room": "string",
  "video.canPublish": "boolean",
  "video.canPublishSources": "string[]",
  attributes: "object<string,string>",
  roomConfig: "object",
};

const FOUND: Readonly<Record<Change, Drift>> = {
  added: { added: [{ name: "video.fresh", type: "boolean" }], lacking: [], retyped: [] },
  removed: { added: [], lacking: ["video.room"], retyped: [] },
  renamed: {
    added: [{ name: "video.roomName", type: "string", renamed: "video.room" }],
    lacking: ["video.room"],
    retyped: [],
  },
  retyped: { added: [], lacking: [], retyped: [{ name: "video.canPublish", ours: "boolean", theirs: "string" }] },
};

describe.each(SOURCES)("$title", (source) => {
  const read = async (edit?: Edit): Promise<Declarations> =>
    withoutRegistered(await source.read(await fixtureOf(source.id, edit)));

  it("is read from its code", async () => {
    expect(await read()).toEqual(DECLARED);
  });

  it.each(CHANGES)("has a member that is %s", async (change) => {
    const theirs = await read(EDITS[source.id]?.[change]);
    expect(compareDeclarations(DECLARED, theirs)).toEqual(FOUND[change]);
  });
});
