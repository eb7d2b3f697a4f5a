import { appendFile, readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { JsonSchema } from "../../../scripts/model/json-schema.js";
import { draftMessages, importMessages } from "../../../scripts/protocol/import.js";
import { readImported } from "../../../scripts/protocol/imported.js";
import { OVERLAY_FILE } from "../../../scripts/protocol/overlay.js";
import { ROOTS } from "../../../scripts/protocol/roots.js";
import { copySchemas, edit, SCHEMA } from "../../support/copies.js";

const ROOM_CONFIGURATION = ROOTS.RoomConfiguration as string;

describe("importMessages", () => {
  it("returns the bytes of the files in schema/", async () => {
    const { files, problems } = await importMessages(SCHEMA);
    expect(problems).toEqual([]);
    expect(Object.keys(files)).toEqual(Object.values(ROOTS));
    for (const [file, text] of Object.entries(files)) expect(text).toBe(await readFile(join(SCHEMA, file), "utf8"));
  });

  it("refers from one file to another, instead of repeating what it holds", async () => {
    const { files } = await importMessages(SCHEMA);
    const request: JsonSchema = JSON.parse(files[ROOTS.TokenSourceRequest as string] as string);
    expect(request.properties?.roomConfig).toMatchObject({ $ref: "../protocol/room-configuration.schema.json" });
    expect(request).not.toHaveProperty("$defs");
  });

  it("drafts the existing overlay when it is complete", async () => {
    const draft = await draftMessages(SCHEMA, await readImported(SCHEMA));
    expect(draft.overlay).toBe(await readFile(join(SCHEMA, OVERLAY_FILE), "utf8"));
    expect(draft).toMatchObject({ dropped: [], problems: [] });
  });

  it("reports missing, undecided and unused entries", async () => {
    const folder = await copySchemas();
    const overlay = join(folder, OVERLAY_FILE);
    await edit(overlay, "/messages/S3Upload/members/secret/description", " ");
    await edit(overlay, "/messages/S3Upload/members/bucket/x-secret", undefined);
    await edit(overlay, "/enums/Codec", { description: "d", values: {} });
    const { problems } = await importMessages(folder);
    expect(problems).toEqual([
      expect.stringContaining("S3Upload.secret has no description"),
      expect.stringMatching(/^protocol \S+ has no Codec; remove /),
      expect.stringContaining("S3Upload.bucket may hold a secret"),
    ]);
  });

  it("leaves out the fields in the table, and what only they reach", async () => {
    const folder = await copySchemas();
    const table = join(folder, "protocol", "left-out.tsv");
    await appendFile(table, "StreamOutput.destinations\tNot yet.\n");
    const { files, problems } = await importMessages(folder);
    const defs: Record<string, JsonSchema> = JSON.parse(files[ROOM_CONFIGURATION] as string).$defs;
    expect(Object.keys(defs.StreamOutput?.properties ?? {})).toEqual(["protocol", "urls"]);
    expect(defs).not.toHaveProperty("StreamDestination");
    expect(problems[0]).toContain("has no StreamOutput.destinations; remove");
  });
});

describe("the imported schema", () => {
  let messages: ReadonlyMap<string, JsonSchema>;
  beforeAll(async () => {
    const root: JsonSchema = JSON.parse((await importMessages(SCHEMA)).files[ROOM_CONFIGURATION] as string);
    messages = new Map([["RoomConfiguration", root], ...Object.entries(root.$defs as Record<string, JsonSchema>)]);
  });
  const members = (name: string) => Object.entries(messages.get(name)?.properties ?? {}) as [string, JsonSchema][];
  const objects = () => [...messages.keys()].filter((name) => messages.get(name)?.type === "object");

  it("marks the members that upstream deprecates, also in oneofs", () => {
    const deprecated = objects().flatMap((name) =>
      members(name).flatMap(([member, schema]) => (schema.deprecated === true ? [`${name}.${member}`] : [])),
    );
    expect(deprecated).toEqual([
      ...[
        "RoomCompositeEgressRequest.file",
        "RoomCompositeEgressRequest.stream",
        "RoomCompositeEgressRequest.segments",
      ],
      ...["EncodingOptions.audioQuality", "EncodingOptions.videoQuality"],
    ]);
  });

  it.each([
    ["RoomCompositeEgressRequest", { output: ["file", "stream", "segments"], options: ["preset", "advanced"] }],
    ["AutoParticipantEgress", { options: ["preset", "advanced"] }],
    ["EncodedFileOutput", { output: ["s3", "gcp", "azure", "aliOSS"] }],
    ["SegmentedFileOutput", { output: ["s3", "gcp", "azure", "aliOSS"] }],
    ["ImageOutput", { output: ["s3", "gcp", "azure", "aliOSS"] }],
    ["AutoTrackEgress", { output: ["s3", "gcp", "azure", "aliOSS"] }],
  ])("%s has the oneofs %j", (name, oneofs) => {
    const found: Record<string, string[]> = {};
    for (const [member, { "x-oneof": oneof }] of members(name)) {
      if (typeof oneof === "string") found[oneof] = [...(found[oneof] ?? []), member];
    }
    expect(found).toEqual(oneofs);
  });

  it("has the proto name of each member, which is its JSON name in snake_case except for aliOSS", () => {
    const odd = objects().flatMap((name) =>
      members(name).filter(([m, s]) => s["x-proto-name"] !== m.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`)),
    );
    expect(odd.map(([member, schema]) => `${member} ${schema["x-proto-name"]}`)).toEqual(
      Array(4).fill("aliOSS aliOSS"),
    );
  });

  it.each([
    ["RoomConfiguration", "maxParticipants", { type: "integer", minimum: 0, maximum: 4294967295 }],
    ["EncodingOptions", "width", { type: "integer", minimum: -2147483648, maximum: 2147483647 }],
    ["EncodingOptions", "keyFrameInterval", { type: "number" }],
    ["S3Upload", "metadata", { type: "object", additionalProperties: { type: "string" } }],
    ["RoomConfiguration", "agents", { type: "array", items: { $ref: "#/$defs/RoomAgentDispatch" } }],
    ["RoomEgress", "room", { $ref: "#/$defs/RoomCompositeEgressRequest" }],
  ])("%s.%s is %j", (name, member, expected) => {
    const schema = members(name).find(([other]) => other === member)?.[1] ?? {};
    const { description: _d, "x-proto-name": _p, ...rest } = schema;
    expect(rest).toStrictEqual(expected);
  });

  it("has the numbers of enums", () => {
    expect(messages.get("VideoCodec")).toMatchObject({
      enum: ["DEFAULT_VC", "H264_BASELINE", "H264_MAIN", "H264_HIGH", "VP8"],
      "x-enum-numbers": { DEFAULT_VC: 0, H264_BASELINE: 1, H264_MAIN: 2, H264_HIGH: 3, VP8: 4 },
    });
  });
});
