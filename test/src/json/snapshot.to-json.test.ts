import { describe, expect, it } from "vitest";
import { snapshot } from "../../../src/json/snapshot.js";

describe("a member named toJson that is no function", () => {
  it.each([5, null, "text", {}, []])("is a member as any other: %j", (toJson) => {
    expect(snapshot({ toJson, a: 1 }, [])).toEqual({ value: { toJson, a: 1 }, faults: [] });
  });
});
