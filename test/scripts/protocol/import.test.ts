import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { RoomConfiguration } from "@livekit/protocol";
import { beforeAll, describe, expect, it } from "vitest";
import type { JsonSchema } from "../../../scripts/model/json-schema.js";
import { describeMessages } from "../../../scripts/protocol/descriptors.js";
import { importRoomConfiguration } from "../../../scripts/protocol/import.js";
import type { Overlay } from "../../../scripts/protocol/overlay.js";
import { edit, ROOT, SCHEMA, temporaryFolder } from "../../support/copies.js";

const OVERLAY = "room-configuration.overlay.json";

/** A folder with an overlay that says "d" of everything. */
async function folderWithWords(): Promise<string> {
  const folder = await temporaryFolder();
  await writeFile(join(folder, OVERLAY), JSON.stringify(wordsForAll()));
  return folder;
}

function wordsForAll(): Overlay {
  const { messages, enums } = describeMessages(RoomConfiguration);
  const d = { description: "d" };
  return {
    messages: Object.fromEntries(
      messages.map(({ name, fields }) => [
        name,
        { ...d, members: Object.fromEntries(fields.map((f) => [f.jsonName, d])) },
      ]),
    ),
    enums: Object.fromEntries(
      enums.map(({ name, values }) => [name, { ...d, values: Object.fromEntries(values.map((v) => [v.name, "d"])) }]),
    ),
  };
}

describe("importing RoomConfiguration", () => {
  it("gives the bytes of the file in schema/, however often it is done", async () => {
    const present = await readFile(join(SCHEMA, "protocol", "room-configuration.schema.json"), "utf8");
    expect(await importRoomConfiguration(SCHEMA)).toBe(present);
    expect(await importRoomConfiguration(SCHEMA)).toBe(present);
  });

  it("fails naming each member without words and each word without a member", async () => {
    const folder = await folderWithWords();
    const overlay = join(folder, OVERLAY);
    await edit(overlay, "/messages/S3Upload/members/secret/description", " ");
    await edit(overlay, "/messages/FilterParams", undefined);
    await edit(overlay, "/enums/AudioCodec/values/OPUS", undefined);
    await edit(overlay, "/messages/S3Upload/members/secrets", { description: "d" });
    await edit(overlay, "/enums/Codec", { description: "d", values: {} });
    const manifest = await readFile(join(ROOT, "node_modules", "@livekit", "protocol", "package.json"), "utf8");
    const { version: protocol } = JSON.parse(manifest);
    await expect(importRoomConfiguration(folder)).rejects.toThrow(
      new Error(`schema/room-configuration.overlay.json:
  S3Upload.secret has no description; write one
  FilterParams has no description; write one
  FilterParams.includeEvents has no description; write one
  FilterParams.excludeEvents has no description; write one
  AudioCodec.OPUS has no description; write one
  S3Upload.secrets is described, but @livekit/protocol ${protocol} has no such thing; remove it
  Codec is described, but @livekit/protocol ${protocol} has no such thing; remove it`),
    );
  });
});

describe("the imported schema", () => {
  let messages: ReadonlyMap<string, JsonSchema>;
  beforeAll(async () => {
    const root: JsonSchema = JSON.parse(await importRoomConfiguration(await folderWithWords()));
    messages = new Map([["RoomConfiguration", root], ...Object.entries(root.$defs as Record<string, JsonSchema>)]);
  });
  const members = (name: string) => Object.entries(messages.get(name)?.properties ?? {}) as [string, JsonSchema][];
  const objects = () => [...messages.keys()].filter((name) => messages.get(name)?.type === "object");

  it("has every message and enum that RoomConfiguration reaches", () => {
    const reached = describeMessages(RoomConfiguration);
    expect(objects().sort()).toEqual(reached.messages.map(({ name }) => name).sort());
    expect(messages.size).toBe(reached.messages.length + reached.enums.length);
  });

  it("marks the members that @livekit/protocol deprecates, those of oneofs included", () => {
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

  it("has the proto name of each member: aliOSS keeps its capitals, all others are the JSON name in snake_case", () => {
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
