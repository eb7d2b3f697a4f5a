import { expect, it } from "vitest";
import { buildRoomConfiguration } from "../../../src/index.js";
import { failure } from "../../support/tokens.js";

it("reports what is no JSON, at most twenty places and the number of others", async () => {
  const tags = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`a${index}`, () => 0]));
  const { code, issues } = await failure(() => buildRoomConfiguration({ tags } as never));
  expect([code, issues.length, issues.at(-1)?.message]).toEqual(["INVALID_ARGUMENT", 21, "and 480 more"]);
});
