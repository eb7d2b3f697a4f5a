import { describe, expect, it } from "vitest";
import { snapshot } from "../../../src/json/snapshot.js";

describe("a member named toJson that is not a function", () => {
  it.each([5, null, "text", {}, []])("is copied like any other member: %j", (toJson) => {
    expect(snapshot({ toJson, a: 1 }, [])).toEqual({ value: { toJson, a: 1 }, faults: [] });
  });
});
