import { expect, it } from "vitest";
import { setMember } from "../../../src/json/set-member.js";

it.each(["a", "__proto__", "constructor", ""])("a member of any name is set as by JSON.parse: %j", (name) => {
  const object = { before: 1 };
  setMember(object, name, { x: 1 });
  const parsed = JSON.parse(`{"before":1,${JSON.stringify(name)}:{"x":1}}`);
  expect(Object.getOwnPropertyDescriptors(object)).toEqual(Object.getOwnPropertyDescriptors(parsed));
  expect(Object.getPrototypeOf(object)).toBe(Object.prototype);
});
