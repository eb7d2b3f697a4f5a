import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { type Fault, snapshot } from "../../../src/json/snapshot.js";

const fault = (message: string, keyword: Fault["keyword"] = "json", path: Fault["path"] = ["at"]) => ({
  path,
  keyword,
  message,
});

function objectsIn(value: unknown): object[] {
  if (typeof value !== "object" || value === null) return [];
  return [value, ...Object.values(value).flatMap(objectsIn)];
}

describe("a copy", () => {
  it.each([null, true, false, 0, -1.5, "", "text", [], {}, [[], {}, [null]], { a: { b: [1, "c", false] } }])(
    "equals plain JSON: %j",
    (value) => {
      expect(snapshot(value)).toEqual({ value, faults: [] });
    },
  );

  it("shares nothing with its source, and its objects inherit nothing", () => {
    const source = JSON.parse('{"a":[{"b":{}}],"__proto__":{"c":1}}');
    const { value } = snapshot(source);
    expect(JSON.stringify(value)).toBe(JSON.stringify(source));
    const copied = objectsIn(value);
    expect(copied.filter((object) => objectsIn(source).includes(object))).toEqual([]);
    expect(copied.filter((object) => !Array.isArray(object) && "toString" in object)).toEqual([]);
  });

  it("leaves out what it refuses", () => {
    expect(snapshot({ a: 1, b: () => 2, c: [3, 4n, 5], d: undefined }, "at")).toEqual({
      value: { a: 1, c: [3, undefined, 5] },
      faults: [
        fault("must be JSON; got a function", "json", ["at", "b"]),
        fault("must be JSON; got a bigint", "json", ["at", "c", 1]),
      ],
    });
  });

  it("ends at the first hole of an array", () => {
    const holes = [1, undefined, 2, undefined];
    expect(snapshot(holes)).toEqual({
      value: [1, undefined],
      faults: [fault("must be JSON; got undefined", "json", [1])],
    });
  });

  it.each<[unknown, Fault]>([
    [undefined, fault("must be JSON; got undefined")],
    ["\ud800", fault("must not hold a lone surrogate", "unicode")],
    [Number.NaN, fault("must be JSON; got a number that is not finite")],
    [{ toJson: () => Number.NaN }, fault("must be JSON; got a number that is not finite")],
    [
      {
        toJson() {
          throw new Error("no");
        },
      },
      fault("cannot be read: its getter, proxy or toJson() threw an error; pass plain data", "unreadable"),
    ],
    [Object.create({ a: 1 }), fault("must be a plain JSON object; got an object")],
    [new (class Point {})(), fault("must be a plain JSON object; got an instance of Point")],
    [
      runInNewContext("new Date()"),
      fault(
        "must be JSON; got a Date: write a time as a number of seconds since 1970, Math.floor(date.getTime() / 1000)",
      ),
    ],
    [
      { $typeName: "livekit.RoomConfiguration" },
      fault(
        "must be JSON; got a message of protobuf-es 2: pass toJson(RoomConfigurationSchema, message), with toJson of @bufbuild/protobuf",
      ),
    ],
    ...[5, "livekit.", {}].map((name): [unknown, Fault] => [
      { $typeName: name },
      fault(
        "must be JSON; got a message of protobuf-es 2: pass toJson(MessageSchema, message), with toJson of @bufbuild/protobuf",
      ),
    ]),
  ])("is refused for what is no plain JSON: %#", (value, expected) => {
    expect(snapshot(value, "at").faults).toEqual([expected]);
  });

  it("is made of plain objects of another realm, and of those without a prototype", () => {
    const bare = Object.assign(Object.create(null), { a: 1 });
    expect(snapshot([runInNewContext("({ a: [1] })"), bare])).toEqual({
      value: [{ a: [1] }, { a: 1 }],
      faults: [],
    });
  });

  it("of a payload may have infinite numbers and a $typeName", () => {
    const value = { exp: Number.POSITIVE_INFINITY, $typeName: "a" };
    expect(snapshot(value, undefined, true)).toEqual({ value, faults: [] });
    expect(snapshot({ exp: 1n }, undefined, true).faults).toEqual([
      fault("must be JSON; got a bigint", "json", ["exp"]),
    ]);
  });
});

describe("a member named toJson", () => {
  it.each([5, null, "text", {}, []])("that is not a function is copied like any other: %j", (toJson) => {
    expect(snapshot({ toJson, a: 1 })).toEqual({ value: { toJson, a: 1 }, faults: [] });
  });

  it("that is a function makes the JSON of its object, also when the object inherits it", () => {
    class Message {
      constructor(readonly value: unknown) {}
      toJson(): unknown {
        return this.value;
      }
    }
    const value = [new Message("a"), new Message(null), new Message([1]), { b: new Message({ c: 2 }) }];
    expect(snapshot(value)).toEqual({ value: ["a", null, [1], { b: { c: 2 } }], faults: [] });
  });

  it("is not called where an array has it", () => {
    expect(snapshot(Object.assign([1], { toJson: () => 5 }))).toEqual({ value: [1], faults: [] });
  });
});
