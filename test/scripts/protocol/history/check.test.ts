import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { HISTORY_FILE } from "../../../../scripts/model/history/text.js";
import { checkHistory } from "../../../../scripts/protocol/history/check.js";
import { LEFT_OUT_FILE } from "../../../../scripts/protocol/left-out.js";
import { copySchemas, edit, SCHEMA } from "../../../support/copies.js";

/** Copies schema/ and replaces a text in one file. */
async function changed(file: string, before: string | RegExp, after: string): Promise<string> {
  const folder = await copySchemas();
  const text = await readFile(join(folder, file), "utf8");
  await writeFile(join(folder, file), text.replace(before, after));
  expect(await readFile(join(folder, file), "utf8")).not.toBe(text);
  return folder;
}

describe("checking the history", () => {
  it("finds nothing in the repository", async () => {
    expect(await checkHistory(SCHEMA)).toEqual([]);
  });

  it("names a member of the room configuration that no release has", async () => {
    const [problem] = await checkHistory(await changed(HISTORY_FILE, /^ {4}"S3Upload\.secret": .*\n/m, ""));
    expect(problem).toBe("no release has S3Upload.secret");
  });

  it("names a removed member", async () => {
    const present = '"StreamOutput.urls": { "since": "1.19.1",';
    const folder = await changed(HISTORY_FILE, present, `${present} "removed": "1.50.0",`);
    expect(await checkHistory(folder)).toContain("no release has StreamOutput.urls");
  });

  it("names a claim and a grant that the newest release lacks, except for registered claims", async () => {
    const folder = await copySchemas();
    const whisper = { type: "boolean", description: "d" };
    await edit(join(folder, "video-grants.schema.json"), "/properties/canWhisper", whisper);
    await edit(join(folder, "claims.schema.json"), "/properties/mood", { type: "string", description: "d" });
    await edit(join(folder, "agent-grants.schema.json"), "/properties/createSimulation", whisper);
    const missing = ["agent.createSimulation", "mood", "video.canWhisper"].map((path) => `no release has ${path}`);
    expect([...(await checkHistory(folder))].sort()).toEqual(missing);
  });

  it.each([
    ["protocol/room-configuration.schema.json", /"MP4"/g, '"MP5"', "no release has the value MP5 of EncodedFileType"],
    ["claims.schema.json", /"standard",/, '"standard", "robot",', "no release has the value robot of ParticipantKind"],
  ])("names a value of an enum that no release has: %s", async (file, before, after, problem) => {
    expect(await checkHistory(await changed(file, before, after))).toEqual([problem]);
  });

  it("names a grant and a value of an enum that the schemas lack", async () => {
    const folder = await copySchemas();
    await edit(join(folder, "agent-thread-grants.schema.json"), "/properties/delete", undefined);
    const claims = join(folder, "claims.schema.json");
    const kinds: string[] = JSON.parse(await readFile(claims, "utf8")).$defs.ParticipantKind.enum;
    const others = kinds.filter((kind) => kind !== "bridge");
    await edit(claims, "/$defs/ParticipantKind/enum", others);
    expect(await checkHistory(folder)).toEqual([
      expect.stringMatching(
        /has agentThread\.delete \(boolean\); add it to schema\/agent-thread-grants\.schema\.json, or/,
      ),
      expect.stringMatching(/has ParticipantInfo\.Kind\.BRIDGE; add "bridge" to the enum of ParticipantKind in /),
    ]);
  });

  it.each([
    ["video.hidden", "boolean", "time.Duration", "video.hidden has the Go type time.Duration in protocol "],
    ["agent.admin", "boolean", "integer", "agent.admin is integer in protocol "],
  ])("names %s, which is %s here, when it is %s in the newest release", async (name, before, after, problem) => {
    const line = new RegExp(`(?<=^ {4}"${name.replace(".", "\\.")}": .*"is": )"${before}"`, "m");
    expect(await checkHistory(await changed(HISTORY_FILE, line, `"${after}"`))).toEqual([
      expect.stringContaining(problem),
    ]);
  });

  it("names a name that is left out and that the imported release does not have", async () => {
    const rows = "reason\nRoomConfiguration.nowhere\tNot yet.\nTokenSourceRequest.roomName\tNot yet.\n";
    const [problem, ...others] = await checkHistory(await changed(LEFT_OUT_FILE, "reason\n", rows));
    expect(problem).toMatch(
      /^protocol \S+ has no RoomConfiguration\.nowhere; remove its line from schema\/protocol\/left-out\.tsv$/,
    );
    expect(others).toEqual([]);
  });

  it("names differences between the imported messages and their release", async () => {
    const folder = await changed("protocol/imported.json", '"jsonName":"syncStreams"', '"jsonName":"syncAll"');
    expect(await checkHistory(folder)).toEqual([
      expect.stringMatching(/^RoomConfiguration\.syncAll in schema\/protocol\/imported\.json differs from the history/),
    ]);
  });

  it("fails when the history lacks the imported release", async () => {
    const folder = await changed("protocol/imported.json", /"release": ".*"/, '"release": "1.53.9"');
    expect(await checkHistory(folder)).toEqual([
      'the history does not have protocol 1.53.9, which is imported; run "npm run protocol:update"',
    ]);
  });

  it("fails when there is no history", async () => {
    const folder = await copySchemas();
    await rm(join(folder, HISTORY_FILE));
    await expect(checkHistory(folder)).rejects.toThrow("schema/protocol/history.json: is missing; restore it");
  });
});
