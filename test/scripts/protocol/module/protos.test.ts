import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { readProtos } from "../../../../scripts/protocol/module/protos.js";
import type { ProtoField } from "../../../../scripts/protocol/proto-model.js";
import { temporaryFolder } from "../../../support/copies.js";

const HEAD = 'syntax = "proto3";\npackage livekit;\n';
const OPTIONS = `syntax = "proto3";
package logger;
import "google/protobuf/descriptor.proto";
enum Sensitivity { SENSITIVITY_UNSPECIFIED = 0; SENSITIVITY_PII = 1; SENSITIVITY_SECRET = 2; }
extend google.protobuf.FieldOptions { Sensitivity sensitivity = 1288; }
`;
const ENUMS = `enum TrackSource { UNKNOWN = 0; CAMERA = 1; }
message ParticipantInfo { enum Kind { STANDARD = 0; } enum KindDetail { CLOUD_AGENT = 0; } }
`;

async function moduleOf(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

/** Returns the fields of RoomConfiguration as they are read. */
async function fieldsOf(body: string, more = ""): Promise<readonly ProtoField[]> {
  const imports = 'import "logger/options.proto";\nimport "google/protobuf/duration.proto";\n';
  const room = `${HEAD}${imports}message RoomConfiguration {\n${body}\n}\n${more}${ENUMS}`;
  const folder = await moduleOf({ "protobufs/room.proto": room, "protobufs/logger/options.proto": OPTIONS });
  return (await readProtos(folder)).model.messages[0]?.fields ?? [];
}

describe("the .proto files of a module", () => {
  it.each<[text: string, expected: Partial<ProtoField>]>([
    ["string empty_timeout = 1;", { jsonName: "emptyTimeout", protoName: "empty_timeout", shape: "single" }],
    ['string a = 1 [json_name = "b"];', { jsonName: "b", protoName: "a" }],
    ["repeated uint32 a = 1;", { shape: "list", type: { kind: "scalar", scalar: "uint32" } }],
    ["map<string, string> a = 1;", { shape: "map", type: { kind: "scalar", scalar: "string" } }],
    ["map<int32, bool> a = 1;", { shape: "map", keys: "int32" }],
    ["TrackSource a = 1;", { type: { kind: "enum", name: "TrackSource" } }],
    ["ParticipantInfo.Kind a = 1;", { type: { kind: "enum", name: "ParticipantInfo.Kind" } }],
    ["google.protobuf.Duration a = 1;", { type: { kind: "message", name: "google.protobuf.Duration" } }],
    ["oneof o { string a = 1; string b = 2; }", { oneof: "o" }],
    ["optional string a = 1;", { oneof: "_a" }],
    ["string a = 1 [deprecated = true];", { deprecated: true }],
    ["string a = 1 [(logger.sensitivity) = SENSITIVITY_SECRET];", { secret: true }],
    [
      "string a = 1 [(.logger.sensitivity) = SENSITIVITY_SECRET, deprecated = true];",
      { secret: true, deprecated: true },
    ],
  ])("%s", async (text, expected) => {
    expect((await fieldsOf(text))[0]).toMatchObject(expected);
  });

  it.each(["string a = 1;", "string a = 1 [(logger.sensitivity) = SENSITIVITY_PII];"])(
    "have only the marks that are set: %s",
    async (text) => {
      expect((await fieldsOf(text))[0]).toEqual({
        ...{ jsonName: "a", protoName: "a", type: { kind: "scalar", scalar: "string" }, shape: "single" },
      });
    },
  );

  it("have messages depth first, each once, and no contents of protobuf's own messages", async () => {
    const room = `${HEAD}import "google/protobuf/duration.proto";
message RoomConfiguration { A a = 1; B b = 2; google.protobuf.Duration d = 3; }
message A { B b = 1; A a = 2; }
message B { K k = 1; }
message Other { string a = 1; }
enum K { X = 0; Y = 3; }
${ENUMS}`;
    const { model, claimEnums } = await readProtos(await moduleOf({ "protobufs/room.proto": room }));
    expect(model.messages.map(({ name }) => name)).toEqual(["RoomConfiguration", "A", "B"]);
    expect(model.enums).toEqual([
      { name: "K", values: [0, 3].map((number) => ({ name: number === 0 ? "X" : "Y", number })) },
    ]);
    expect(claimEnums.map(({ name }) => name)).toEqual([
      "ParticipantInfo.Kind",
      "ParticipantInfo.KindDetail",
      "TrackSource",
    ]);
  });

  it("of old releases may be at the top, and lack the room configuration and some enums", async () => {
    const models = `${HEAD}enum TrackSource { UNKNOWN = 0; }\n`;
    const { model, claimEnums } = await readProtos(await moduleOf({ "models.proto": models }));
    expect(model).toEqual({ messages: [], enums: [] });
    expect(claimEnums).toEqual([{ name: "TrackSource", values: [{ name: "UNKNOWN", number: 0 }] }]);
  });

  it("of an edition have a oneof for each field of its own presence", async () => {
    const fields = "string a = 1; repeated string b = 2; A c = 3; string d = 4 [features.field_presence = IMPLICIT];";
    const room = `edition = "2023";\npackage livekit;\nmessage RoomConfiguration { ${fields} }\nmessage A {}\n`;
    const { model } = await readProtos(await moduleOf({ "protobufs/room.proto": room }));
    expect(model.messages[0]?.fields.map(({ oneof }) => oneof)).toEqual(["_a", undefined, undefined, undefined]);
  });

  it("are rejected with the name of an undeclared type", async () => {
    await expect(fieldsOf("Nowhere a = 1;")).rejects.toThrow("Nowhere");
  });
});
