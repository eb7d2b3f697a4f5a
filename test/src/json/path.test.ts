import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromPointer, type Path, toPointer } from "../../../src/json/path.js";

const VALUE = { "": { "": 0 }, "a/b~1": [[], { "0": "c" }] };

describe("a path", () => {
  it.each<[string, Path]>([
    ["", []],
    ["/", [""]],
    ["//", ["", ""]],
    ["/a~1b~01/1/0", ["a/b~1", 1, "0"]],
    ["/absent/0/x", ["absent", "0", "x"]],
  ])("has the pointer %j, and the other way round", (pointer, path) => {
    expect(toPointer(path)).toBe(pointer);
    expect(fromPointer(pointer, VALUE)).toEqual(path);
  });

  it("has a pointer that can be sent, whatever its names", () => {
    expect(toPointer(["\ud800", "a\udfff"])).toBe("/\ufffd/a\ufffd");
  });

  it("follows from its pointer", () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (path) => {
        expect(fromPointer(toPointer(path), {})).toEqual(path);
      }),
    );
  });
});
