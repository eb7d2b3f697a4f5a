import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { HISTORY_FILE } from "../../../../scripts/model/history/text.js";
import { checkHistory } from "../../../../scripts/protocol/history/check.js";
import { copySchemas, edit } from "../../../support/copies.js";
import { sourceOf } from "../../../support/replayable.js";

/** A copy of schema/ with one text replaced in one file. */
async function changed(file: string, before: string | RegExp, after: string): Promise<string> {
  const folder = await copySchemas();
  const text = await readFile(join(folder, file), "utf8");
  await writeFile(join(folder, file), text.replace(before, after));
  expect(await readFile(join(folder, file), "utf8")).not.toBe(text);
  return folder;
}

const problemsOf = async (folder: string) => (await checkHistory(folder, sourceOf())).problems;

describe("checking the history", () => {
  it("finds nothing in the repository", async () => {
    expect(await checkHistory(await copySchemas(), sourceOf())).toEqual({ problems: [], unchecked: [], newer: [] });
  });

  it("names a member of the room configuration that no release has", async () => {
    const folder = await changed(HISTORY_FILE, /^ {4}"S3Upload\.secret": .*\n/m, "");
    expect(await problemsOf(folder)).toEqual([
      "no release has S3Upload.secret",
      expect.stringMatching(
        /^schema\/protocol\/history\.json is not what a replay gives: line \d+ reads "S3Upload\.sessionToken": .*, replayed "S3Upload\.secret": /,
      ),
    ]);
  });

  it("names one that was removed", async () => {
    const folder = await changed(
      HISTORY_FILE,
      '"StreamOutput.urls": { "since": "1.19.1",',
      '"StreamOutput.urls": { "since": "1.19.1", "removed": "1.50.0",',
    );
    expect((await problemsOf(folder))[0]).toBe("no release has StreamOutput.urls");
  });

  it("names a claim and a grant that the table lacks, or says were removed; registered claims need no release", async () => {
    const folder = await copySchemas();
    const whisper = { type: "boolean", description: "d" };
    await edit(join(folder, "video-grants.schema.json"), "/properties/canWhisper", whisper);
    await edit(join(folder, "claims.schema.json"), "/properties/mood", { type: "string", description: "d" });
    await edit(join(folder, "agent-grants.schema.json"), "/properties/createSimulation", whisper);
    const missing = (path: string) => `schema/protocol/grants-since.tsv does not say which release brought ${path}`;
    expect([...(await problemsOf(folder))].sort()).toEqual(
      ["agent.createSimulation", "mood", "video.canWhisper"].map(missing),
    );
  });

  it.each([
    ["protocol/room-configuration.schema.json", '"MP4"', '"MP5"', "no release has the value MP5 of EncodedFileType"],
    ["claims.schema.json", '"bridge"]', '"bridge", "robot"]', "no release has the value robot of ParticipantKind"],
  ])("names a value of an enum that no release has: %s", async (file, before, after, problem) => {
    const folder = await changed(file, new RegExp(before.replace("]", "\\]"), "g"), after);
    expect(await problemsOf(folder)).toEqual([problem]);
  });

  it("says where the file is not what a replay gives", async () => {
    const right = '"RoomConfiguration.tags": { "since": "1.45.2", "is": "map of string" }';
    const wrong = right.replace("1.45.2", "1.45.1");
    const [problem, ...others] = await problemsOf(await changed(HISTORY_FILE, right, wrong));
    expect(problem).toMatch(/^schema\/protocol\/history\.json is not what a replay gives: line \d+ reads /);
    expect(problem).toContain(`reads ${wrong}, replayed ${right}`);
    expect(others).toEqual([]);
  });

  it("tells releases left out from newer ones", async () => {
    const published = ["1.19.1", "1.46.1", "1.99.0"];
    const { problems, newer } = await checkHistory(await copySchemas(), sourceOf({}, { published }));
    expect(problems).toEqual(["schema/protocol/history.json leaves out 1.46.1"]);
    expect(newer).toEqual(["1.99.0"]);
  });

  it("without a registry checks the members, and what was kept, and says what it did not", async () => {
    const folder = await changed(HISTORY_FILE, /^ {4}"S3Upload\.secret": .*\n/m, "");
    const kept = await checkHistory(folder, sourceOf({}, { reachable: false }));
    expect(kept.unchecked).toEqual(["whether releases are left out (nobody answers)"]);
    expect(kept.problems).toHaveLength(2);
    const nothing = await checkHistory(folder, sourceOf({}, { reachable: false, kept: false }));
    expect(nothing.unchecked).toEqual([
      "whether releases are left out (nobody answers)",
      "whether a replay gives the same (nothing is kept)",
    ]);
    expect(nothing.problems).toEqual(["no release has S3Upload.secret"]);
  });

  it("does not take a release that cannot be read for one that is out of reach", async () => {
    const models = async () => Promise.reject(new Error("@livekit/protocol 1.19.1: exports no RoomConfiguration"));
    const check = checkHistory(await copySchemas(), { ...sourceOf(), models });
    await expect(check).rejects.toThrow("@livekit/protocol 1.19.1: exports no RoomConfiguration");
  });

  it("fails with the command when there is no history", async () => {
    const folder = await copySchemas();
    await rm(join(folder, HISTORY_FILE));
    await expect(problemsOf(folder)).rejects.toThrow(
      'schema/protocol/history.json: is missing; run "npm run protocol:history"',
    );
  });
});
