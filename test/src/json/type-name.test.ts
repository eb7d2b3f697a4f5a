import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { typeName, withArticle } from "../../../src/json/type-name.js";

const revoked = (target: object): object => {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
};
const inheriting = (member: unknown): object => Object.create({ constructor: member });

it.each<[string, unknown]>([
  ["null", null],
  ["undefined", undefined],
  ["a number", 1],
  ["a number with a fraction", 1.5],
  ["a number that is not finite", Number.NaN],
  ["a number that is not finite", Number.NEGATIVE_INFINITY],
  ["a string", "text"],
  ["a boolean", true],
  ["a bigint", 5n],
  ["a symbol", Symbol("s")],
  ["a function", () => 1],
  ["an array", []],
  ["an object", {}],
  ["an object", runInNewContext("({})")],
  ["an instance of Map", runInNewContext("new Map()")],
  ["an object", Object.create(null)],
  ["an object", new (class {})()],
  ["an instance of Point", new (class Point {})()],
  ["an object", inheriting(undefined)],
  ["an object", inheriting({ name: 5 })],
  ["an object", revoked({})],
  ["an object", revoked([])],
])("a value has the name of its type: %s", (name, value) => {
  expect(typeName(value)).toBe(name);
});

it.each(["array", "element", "integer", "object", "unit"])("the article of %s is an", (word) => {
  expect(withArticle(word)).toBe(`an ${word}`);
});

it.each(["string", "boolean", "number"])("the article of %s is a", (word) => {
  expect(withArticle(word)).toBe(`a ${word}`);
});
