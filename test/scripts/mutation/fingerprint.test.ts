import { describe, expect, it } from "vitest";
import { fingerprint } from "../../../scripts/mutation/fingerprint.js";

const CODE = 'export const limit = (n: number) => (n > 5 ? "many" : "few");';

describe("the fingerprint of code", () => {
  it.each([
    ["comments", `/** The limit. */\n${CODE} // five`],
    ["layout", CODE.replace(" => ", " =>\n  ")],
    ["types", CODE.replace(": number", "")],
  ])("is the same with other %s", async (_, other) => {
    expect(await fingerprint(other)).toBe(await fingerprint(CODE));
  });

  it.each([
    ["text", CODE.replace("many", "more")],
    ["operators", CODE.replace("n > 5", "n >= 5")],
  ])("differs with other %s", async (_, other) => {
    expect(await fingerprint(other)).not.toBe(await fingerprint(CODE));
  });
});
