import * as fc from "fast-check";
import { expect, it } from "vitest";
import { editAt } from "../../../src/inspector/edit.js";
import { getOwnAt } from "../../../src/json/own.js";

it.each([
  [{}, ["video", "room"], "r", { video: { room: "r" } }],
  [{ video: { room: "r", roomJoin: true } }, ["video", "room"], undefined, { video: { roomJoin: true } }],
  [{ video: { room: "r" } }, ["video", "room"], undefined, {}],
  [{}, ["roomConfig", "agents", 0], {}, { roomConfig: { agents: [{}] } }],
  [
    { roomConfig: { agents: [{ a: 1 }, { a: 2 }] } },
    ["roomConfig", "agents", 0],
    undefined,
    { roomConfig: { agents: [{ a: 2 }] } },
  ],
  [{ roomConfig: null }, ["roomConfig", "name"], "n", { roomConfig: { name: "n" } }],
  [{ a: 1, b: 2 }, ["a"], 3, { a: 3, b: 2 }],
])("of %j makes at %j %j: %j", (claims, path, value, expected) => {
  const before = JSON.stringify(claims);
  const edited = editAt(claims, path, value);
  expect(edited).toEqual(expected);
  expect(Object.keys(edited)).toEqual(Object.keys(expected));
  expect(JSON.stringify(claims)).toBe(before);
});

it("sets what is read back, at any path", () => {
  const path = fc.array(fc.oneof(fc.string(), fc.nat({ max: 2 })), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(path, (rest) => {
      const at = ["root", ...rest.map((segment) => (segment === "__proto__" ? "proto" : segment))];
      expect(
        getOwnAt(
          editAt(
            {},
            at.map((s) => (typeof s === "number" ? 0 : s)),
            "v",
          ),
          at.map((s) => (typeof s === "number" ? 0 : s)),
        ),
      ).toBe("v");
    }),
  );
});
