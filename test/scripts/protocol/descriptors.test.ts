import { RoomConfiguration } from "@livekit/protocol";
import { describe, expect, it } from "vitest";
import { describeMessages, type ReflectedMessage } from "../../../scripts/protocol/descriptors.js";

const message = (typeName: string, ...fields: ReturnType<ReflectedMessage["fields"]["list"]>): ReflectedMessage => ({
  typeName,
  fields: { list: () => fields },
});
/** A field as protobuf-es reflects it: `T` is the number of a scalar type. */
const scalar = (name: string, T: number, more: object = {}) => ({ kind: "scalar", name, jsonName: name, T, ...more });

describe("describeMessages, of RoomConfiguration", () => {
  const { messages, enums } = describeMessages(RoomConfiguration);

  it("finds it and the messages that it reaches, depth first", () => {
    const first = [
      ...["RoomConfiguration", "RoomEgress", "RoomCompositeEgressRequest", "EncodedFileOutput", "S3Upload"],
      ...["ProxyConfig", "GCPUpload", "AzureBlobUpload", "AliOSSUpload", "StreamOutput", "SegmentedFileOutput"],
      ...["EncodingOptions", "ImageOutput", "WebhookConfig", "FilterParams", "AutoParticipantEgress"],
      ...["AutoTrackEgress", "RoomAgentDispatch"],
    ];
    // A later release may have more.
    expect(messages.map(({ name }) => name).filter((name) => first.includes(name))).toEqual(first);
  });

  it("finds the enums with their numbers", () => {
    expect(enums.map(({ name }) => name)).toEqual([
      ...["AudioMixing", "EncodedFileType", "StreamProtocol", "SegmentedFileProtocol", "SegmentedFileSuffix"],
      ...["EncodingOptionsPreset", "AudioCodec", "VideoCodec", "ImageFileSuffix", "ImageCodec", "JobRestartPolicy"],
    ]);
    expect(enums.find(({ name }) => name === "JobRestartPolicy")?.values).toEqual([
      { name: "JRP_ON_FAILURE", number: 0 },
      { name: "JRP_NEVER", number: 1 },
    ]);
  });

  const field = (name: string, jsonName: string) =>
    messages.find((m) => m.name === name)?.fields.find((f) => f.jsonName === jsonName);
  const scalarField = (jsonName: string, protoName: string, kind: string, shape = "single") => ({
    ...{ jsonName, protoName, shape },
    type: { kind: "scalar", scalar: kind },
  });

  it.each([
    ["RoomConfiguration", scalarField("emptyTimeout", "empty_timeout", "uint32")],
    ["RoomConfiguration", scalarField("syncStreams", "sync_streams", "bool")],
    ["RoomConfiguration", scalarField("tags", "tags", "string", "map")],
    ["RoomAgentDispatch", scalarField("attributes", "attributes", "string", "map")],
    ["StreamOutput", scalarField("urls", "urls", "string", "list")],
    ["EncodingOptions", scalarField("width", "width", "int32")],
    ["EncodingOptions", scalarField("keyFrameInterval", "key_frame_interval", "double")],
    [
      "RoomConfiguration",
      { jsonName: "agents", protoName: "agents", type: { kind: "message", name: "RoomAgentDispatch" }, shape: "list" },
    ],
    [
      "EncodedFileOutput",
      {
        ...{ jsonName: "aliOSS", protoName: "aliOSS", shape: "single", oneof: "output" },
        type: { kind: "message", name: "AliOSSUpload" },
      },
    ],
    [
      "AutoParticipantEgress",
      {
        ...{ jsonName: "preset", protoName: "preset", shape: "single", oneof: "options" },
        type: { kind: "enum", name: "EncodingOptionsPreset" },
      },
    ],
  ])("reads %s.$jsonName", (name, expected) => {
    expect(field(name, expected.jsonName)).toStrictEqual(expected);
  });
});

describe("describeMessages, of small messages", () => {
  it("puts a proto3 optional field into a oneof of its own, named as protobuf names it", () => {
    const root = message(
      "livekit.Root",
      scalar("room_name", 9, { jsonName: "roomName", opt: true }),
      scalar("plain", 9),
    );
    const [optional, plain] = describeMessages(root).messages[0]?.fields ?? [];
    expect(optional).toMatchObject({ jsonName: "roomName", protoName: "room_name", oneof: "_room_name" });
    expect(plain).not.toHaveProperty("oneof");
  });

  it("reads a message that reaches itself once", () => {
    const fields: ReturnType<ReflectedMessage["fields"]["list"]>[number][] = [];
    const root = { typeName: "livekit.Node", fields: { list: () => fields } };
    fields.push({ kind: "message", name: "next", jsonName: "next", T: root });
    expect(describeMessages(root).messages).toEqual([
      {
        name: "Node",
        fields: [{ jsonName: "next", protoName: "next", shape: "single", type: { kind: "message", name: "Node" } }],
      },
    ]);
  });

  it("finds what only a map or a list leads to", () => {
    const kind = { typeName: "livekit.Kind", values: [{ name: "A", no: 3 }] };
    const root = message(
      "livekit.Root",
      { kind: "map", name: "by_name", jsonName: "byName", V: { kind: "message", T: message("livekit.Leaf") } },
      { kind: "enum", name: "kinds", jsonName: "kinds", repeated: true, T: kind },
    );
    expect(describeMessages(root)).toEqual({
      messages: [
        {
          name: "Root",
          fields: [
            { jsonName: "byName", protoName: "by_name", shape: "map", type: { kind: "message", name: "Leaf" } },
            { jsonName: "kinds", protoName: "kinds", shape: "list", type: { kind: "enum", name: "Kind" } },
          ],
        },
        { name: "Leaf", fields: [] },
      ],
      enums: [{ name: "Kind", values: [{ name: "A", number: 3 }] }],
    });
  });

  it.each([
    ["a field", scalar("big", 3), "int64"],
    ["a map's values", { kind: "map", name: "sizes", jsonName: "sizes", V: { kind: "scalar", T: 4 } }, "uint64"],
    ["an element", scalar("blobs", 12, { repeated: true }), "bytes"],
    ["a type that protobuf has not had until now", scalar("odd", 99), "protobuf type 99"],
  ])("names the scalar type of %s, whether the schemas have bounds for it or not", (_what, field, type) => {
    const { messages } = describeMessages(message("livekit.Root", field));
    expect(messages[0]?.fields[0]?.type).toEqual({ kind: "scalar", scalar: type });
  });
});
