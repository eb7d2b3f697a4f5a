import { describe, expect, it } from "vitest";
import { fitsType } from "../../../src/targets/fits-type.js";

describe("fitsType", () => {
  // biome-ignore format: a table
  it.each<[type: string, fitting: unknown[], others: unknown[]]>([
    ["uint32", [0, 3, 4294967295], [0.5, -1, 4294967296, "3", true, [3]]],
    ["int32", [-2147483648, 2147483647], [-2147483649, 2147483648, 1.5]],
    ["double", [0, 0.5, -1e300], ["0.5", true]],
    ["float", [0.5], ["0.5"]],
    ["int64", [0, -3, "-9223372036854775808"], [0.5, "a", "", "1 ", "1e3", true, {}]],
    ["uint64", [3, "18446744073709551615"], [-1, "-1", "3 ", 0.5, [3]]],
    ["bytes", ["", "AAE="], [1, {}]],
    ["integer", [-3, 4294967296], [0.5, "3"]],
    ["number", [0.5], ["0.5"]],
    ["bool[]", [[true, false]], [["true"]]],
    ["string", ["", "a"], [1, {}, ["a"]]],
    ["bool", [true, false], [0, "true"]],
    ["boolean", [true], ["true"]],
    ["string[]", [[], ["a"]], ["a", ["a", 1], {}]],
    ["S3Upload[]", [[{}]], [{}, [1]]],
    ["map of string", [{}, { a: "b" }], [{ a: 1 }, [], "a"]],
    ["map of uint32", [{ a: 1 }], [{ a: 0.5 }]],
    ["object<string,string>", [{ a: "b" }], [{ a: true }, { a: "b", c: 1 }, "a"]],
    ["object<string,boolean>", [{}, { a: true }], [{ a: "true" }]],
    ["object", [{}], ["a", []]],
    ["S3Upload", [{}], [1, true, []]],
    ["AudioCodec", ["OPUS"], [1.5, false]],
    ["constructor", ["a"], [1]],
  ])("accepts for %s the values %j, and rejects %j", (type, fitting, others) => {
    expect(fitting.filter((value) => !fitsType(value, type))).toEqual([]);
    expect(others.filter((value) => fitsType(value, type))).toEqual([]);
  });
});
