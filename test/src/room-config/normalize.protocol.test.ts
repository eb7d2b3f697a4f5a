import { RoomConfiguration } from "@livekit/protocol";
import { describe, expect, it } from "vitest";
import { claimsOf } from "../../support/readers.js";
import { forge, payload } from "../../support/tokens.js";

type MessageType = Pick<typeof RoomConfiguration, "fields" | "typeName">;
type Field = ReturnType<MessageType["fields"]["list"]>[number];
type Json = string | number | boolean | Json[] | { [name: string]: Json };

const DOUBLE = 1;
const BOOL = 8;
const STRING = 9;

/** Returns a message with every member set. `turn` picks the member of each oneof and the value of each enum. */
function sample(type: MessageType, turn: number): { [name: string]: Json } {
  const json: { [name: string]: Json } = {};
  for (const field of type.fields.list()) {
    const group = field.oneof?.fields;
    if (group && group[turn % group.length] !== field) continue;
    json[field.jsonName] = field.repeated ? [value(field, turn), value(field, turn + 1)] : value(field, turn);
  }
  return json;
}

function value(field: Field, turn: number): Json {
  switch (field.kind) {
    case "message":
      return sample(field.T as MessageType, turn);
    case "enum":
      return field.T.values[turn % field.T.values.length]?.name ?? "";
    case "map":
      return { "": "empty", camelCase: "a", snake_case: "b" };
    default:
      return scalar(field.T, turn);
  }
}

function scalar(type: number, turn: number): Json {
  if (type === STRING) return `text ${turn}`;
  if (type === BOOL) return true;
  return type === DOUBLE ? turn + 0.5 : turn + 1;
}

/** Returns the members that are set, those of nested messages too: `RoomAgentDispatch.agentName`. */
function membersOf(json: unknown, type: MessageType, found = new Set<string>()): Set<string> {
  for (const field of type.fields.list()) {
    const member = (json as Record<string, unknown>)[field.jsonName];
    if (member === undefined) continue;
    found.add(`${type.typeName}.${field.jsonName}`);
    if (field.kind !== "message") continue;
    for (const each of field.repeated ? (member as unknown[]) : [member])
      membersOf(each, field.T as MessageType, found);
  }
  return found;
}

function allMembers(type: MessageType, found = new Set<string>()): Set<string> {
  for (const field of type.fields.list()) {
    found.add(`${type.typeName}.${field.jsonName}`);
    if (field.kind === "message") allMembers(field.T as MessageType, found);
  }
  return found;
}

/** Writes numbers as strings, which protobuf JSON accepts too. */
const numbersAsText = (json: unknown): unknown =>
  JSON.parse(JSON.stringify(json), (_, member) => (typeof member === "number" ? String(member) : member));

const turns = Array.from({ length: 12 }, (_, turn) => turn);
const messages = turns.map((turn) => RoomConfiguration.fromJson(sample(RoomConfiguration, turn)));
const read = async (roomConfig: unknown) => (await claimsOf(forge(payload({ roomConfig })))).roomConfig;

describe("the JSON of @livekit/protocol", () => {
  it("has every member in one of the samples", () => {
    const found = new Set(messages.flatMap((message) => [...membersOf(message.toJson(), RoomConfiguration)]));
    expect([...found].sort()).toEqual([...allMembers(RoomConfiguration)].sort());
    expect(found.size).toBeGreaterThan(100);
  });

  it.each(turns)("reads as its canonical form in every spelling: sample %i", async (turn) => {
    const message = messages[turn] as RoomConfiguration;
    const canonical = message.toJson();
    expect(await read(canonical)).toStrictEqual(canonical);
    expect(await read(message.toJson({ useProtoFieldName: true }))).toStrictEqual(canonical);
    expect(await read(message.toJson({ enumAsInteger: true }))).toStrictEqual(canonical);
    expect(await read(message.toJson({ emitDefaultValues: true, useProtoFieldName: true }))).toStrictEqual(canonical);
    expect(await read(numbersAsText(canonical))).toStrictEqual(canonical);
  });

  it("reads as its canonical form with every default written", async () => {
    const message = RoomConfiguration.fromJson({
      egress: { room: {}, participant: { preset: 0 }, tracks: { gcp: {} } },
    });
    expect(await read(message.toJson({ emitDefaultValues: true }))).toStrictEqual(message.toJson());
    expect(await read(new RoomConfiguration().toJson({ emitDefaultValues: true }))).toStrictEqual({});
  });
});
