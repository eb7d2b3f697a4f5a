import { expect, it } from "vitest";
import { differences, placeOf, placesOf, topmost } from "./agreement.js";

const pointersOf = (expected: unknown, actual: unknown) => differences(expected, actual).map(({ pointer }) => pointer);

it("considers an absent member equal to one at its default", () => {
  expect(pointersOf({ name: "", video: { hidden: false }, kind: "sip" }, { kind: "sip", sip: {}, jti: "" })).toEqual(
    [],
  );
  expect(pointersOf({ name: "", attributes: {} }, { name: "a", attributes: { b: "c" } })).toEqual([
    "/name",
    "/attributes/b",
  ]);
});

it("compares every member of a room configuration", () => {
  expect(pointersOf({ roomConfig: { agents: [{}], gcp: {} } }, { roomConfig: { agents: [{}], gcp: {} } })).toEqual([]);
  expect(pointersOf({ roomConfig: { gcp: {}, name: "a" } }, { roomConfig: { name: "a", metadata: "" } })).toEqual([
    "/roomConfig/gcp",
    "/roomConfig/metadata",
  ]);
});

it("finds differences at any depth, in lists too", () => {
  expect(pointersOf({ a: [{ "b/c": 1, d: 2 }, 3] }, { a: [{ "b/c": "1", d: 2 }, 3, 4] })).toEqual([
    "/a/0/b~1c",
    "/a/2",
  ]);
  expect(pointersOf({ a: [{ b: 1 }], c: { d: 2 } }, {})).toEqual(["/a/0/b", "/c/d"]);
  expect(pointersOf({ a: ["b"] }, { a: { 0: "b" } })).toEqual(["/a"]);
});

it("names the places of all members", () => {
  const claims = { a: [{ b: 1 }, { c: "" }, { d: true }], e: null, f: {} };
  expect(placesOf(claims)).toEqual(["", "/a", "/a/*", "/a/*/b", "/a/*", "/a/*/d"]);
  expect(placeOf("/a/10/b/2")).toBe("/a/*/b/*");
  expect(topmost(["/a/b/c", "/a/b", "/d", "/a/b"])).toEqual(["/a/b", "/d"]);
});
