import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { copyFlat } from "../../../src/json/copy-flat.js";
import { snapshot } from "../../../src/json/snapshot.js";
import { anyCharacter } from "../../support/arbitrary-text.js";

const texts = fc.oneof(fc.string(), fc.string({ unit: anyCharacter }), fc.constantFrom("\ud800", "a".repeat(600)));
const names = fc.oneof(texts, fc.constantFrom("__proto__", "toJson", "$typeName", "constructor"));
const parts = fc.oneof(texts, texts, fc.boolean(), fc.jsonValue({ maxDepth: 1 }), fc.constant(undefined));
const objects = fc.array(fc.tuple(names, parts), { maxLength: 4 }).map((members) => Object.fromEntries(members));

it("returns the copy that snapshot makes of other values, without a fault", () => {
  fc.assert(
    fc.property(objects, (value) => {
      const copy = copyFlat(value);
      // Within an array, no object is flat.
      if (copy !== undefined) expect(snapshot([value])).toStrictEqual({ value: [copy], faults: [] });
    }),
  );
});

it("copies texts and booleans, into an object that inherits nothing", () => {
  const value = { roomJoin: true, hidden: false, room: "", constructor: "c" };
  const copy = copyFlat(value);
  expect(copy).not.toBe(value);
  expect(Object.entries(copy ?? {})).toEqual(Object.entries(value));
  expect("toString" in (copy ?? {})).toBe(false);
});

it("copies up to 1,000 characters, names among them", () => {
  const [name, text] = ["a".repeat(399), "b".repeat(600)];
  expect(copyFlat({ [name]: text, c: true })).toEqual({ [name]: text, c: true });
  expect(copyFlat({ [name]: text, cc: true })).toBeUndefined();
});

describe("leaves to others", () => {
  class Grants {
    room = "a";
  }
  const throws = new Proxy({}, { ownKeys: () => expect.unreachable() });
  it.each<[string, unknown]>([
    ["a text", "room"],
    ["null", null],
    ["an array", ["a"]],
    ["an instance of a class", new Grants()],
    ["an object with a hidden toJson()", Object.defineProperty({ room: "a" }, "toJson", { value: () => ({}) })],
    ["a message of protobuf-es 2", { $typeName: "livekit.RoomConfiguration" }],
    ["a member named __proto__", JSON.parse('{"__proto__":"a"}')],
    ["a number", { a: 1 }],
    ["an object within", { a: {} }],
    ["an undefined member", { a: undefined }],
    ["a lone surrogate in a text", { a: "\ud800" }],
    ["a lone surrogate in a name", { "\ud800": "a" }],
    ["long texts", { a: "a".repeat(600), b: "b".repeat(600) }],
    ["a long name", { ["a".repeat(1001)]: true }],
    ["an object that cannot be read", throws],
  ])("%s", (_, value) => {
    expect(copyFlat(value)).toBeUndefined();
  });
});
