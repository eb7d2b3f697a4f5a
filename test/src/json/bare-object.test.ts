import { expect, it } from "vitest";
import { BareObject } from "../../../src/json/bare-object.js";

it("a bare object has no members but its own", () => {
  const object = new BareObject();
  expect(["toString", "constructor", "__proto__"].filter((name) => name in object)).toEqual([]);
  const prototype = Object.getPrototypeOf(object);
  expect([Reflect.ownKeys(prototype), Object.getPrototypeOf(prototype)]).toEqual([[], null]);
  expect(Object.isFrozen(prototype)).toBe(true);
  object.own = 1;
  expect(new BareObject()).toEqual({});
});
