import { expect, it } from "vitest";
import { isObject } from "../../../src/json/is-object.js";

it("an object is neither an array nor null", () => {
  const values = [{}, Object.create(null), new Map(), [], null, undefined, "a", 1, true, () => ({})];
  expect(values.map(isObject)).toEqual(values.map((_, index) => index < 3));
});
