import { afterEach, describe, expect, it } from "vitest";
import { disinherit } from "../../../src/json/disinherit.js";
import type { Json } from "../../../src/json/is-object.js";

afterEach(() => {
  delete (Object.prototype as Json).inherited;
});

const parse = (): Json => JSON.parse('{"a":{"b":[{"c":"text"},[],null]},"d":1}');

function objectsIn(value: unknown): object[] {
  if (typeof value !== "object" || value === null) return [];
  return [value, ...Object.values(value).flatMap(objectsIn)];
}

const prototypesOf = (value: unknown) => objectsIn(value).map((each) => Object.getPrototypeOf(each));

describe("objects that JSON.parse returned", () => {
  it("keep their prototype while Object.prototype has no enumerable members", () => {
    const value = parse();
    disinherit(value);
    expect(prototypesOf(value)).toEqual(prototypesOf(parse()));
  });

  it("inherit nothing that somebody put on Object.prototype, and keep their own members", () => {
    (Object.prototype as Json).inherited = true;
    const value = parse();
    disinherit(value);
    const isArray = objectsIn(value).map(Array.isArray);
    expect(isArray).toEqual([false, false, true, false, true]);
    expect(prototypesOf(value)).toEqual(isArray.map((array) => (array ? Array.prototype : null)));
    expect(JSON.stringify(value)).toBe(JSON.stringify(parse()));
  });

  it("may be nested deeper than the stack", () => {
    (Object.prototype as Json).inherited = true;
    const depth = 20_000;
    const value = JSON.parse(`${'{"a":'.repeat(depth)}{}${"}".repeat(depth)}`);
    disinherit(value);
    let inner = value;
    while (inner.a !== undefined) inner = inner.a;
    expect("inherited" in inner).toBe(false);
  });
});
