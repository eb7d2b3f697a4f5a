import { describe, expect, it } from "vitest";
import { duplicateMembers } from "../../../src/json/duplicate-members.js";
import type { Path } from "../../../src/json/path.js";

const nested = (depth: number, json: string): string => `${"[".repeat(depth)}${json}${"]".repeat(depth)}`;

describe("a member whose name its object has already", () => {
  it.each<[string, string, Path[]]>([
    ["nowhere in a scalar", '"a"', []],
    ["nowhere in an array", '["a","a",{},{}]', []],
    ["nowhere in objects side by side or in each other", '[{"a":1},{"a":{"a":2}},{"b":{"a":3},"a":4}]', []],
    ["nowhere in values", '{"a":"b","b":"a","c":"a"}', []],
    ["nowhere in a text of JSON", String.raw`{"a":"{\"a\":1,\"a\":2}","b":"\\","c":"]}"}`, []],
    ["at the top", '{"a":1,"a":2}', [["a"]]],
    ["after a member that is an object", '{"a":{"x":1},"a":2}', [["a"]]],
    ["after a text with a brace", '{"a":"}","a":"{"}', [["a"]]],
    ["each time", '{"a":1,"a":2,"b":3,"a":4}', [["a"], ["a"]]],
    ["deep inside", '{"x":[1,"y",{"a":1,"b":[],"a":2}]}', [["x", 2, "a"]]],
    ["after an array", '{"x":[[],[1,2],{"y":[3,4],"a":1,"a":2}],"x":1}', [["x", 2, "a"], ["x"]]],
    ["in other characters", String.raw`{"a\"":1,"\u0061\u0022":2}`, [['a"']]],
    ["of any name", '{"__proto__":1,"":2,"__proto__":3,"":4}', [["__proto__"], [""]]],
    ["with white space around", ' { "a" : 1 ,\n"a"\t: 2 } ', [["a"]]],
  ])("is found %s", (_, json, paths) => {
    JSON.parse(json);
    expect(duplicateMembers(json)).toEqual(paths);
  });

  it("is found down to a hundred levels", () => {
    const twice = '{"a":1,"a":2}';
    expect(duplicateMembers(nested(99, twice))).toEqual([[...Array(99).fill(0), "a"]]);
    expect(duplicateMembers(nested(100, twice))).toEqual([]);
  });
});
