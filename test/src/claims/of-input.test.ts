import { describe, expect, it } from "vitest";
import * as api from "../../../src/index.js";
import { failure } from "../../support/tokens.js";

const builders = Object.entries(api).filter(([name]) => name.startsWith("build")) as unknown as [
  string,
  (init: unknown) => unknown,
][];

describe.each(builders)("%s", (name, build) => {
  it("says that it takes plain JSON, and the place of anything else", async () => {
    expect(await failure(() => build(() => 0))).toMatchObject({
      code: "INVALID_ARGUMENT",
      message: `${name} takes plain JSON: must be JSON; got a function`,
      issues: [{ pointer: "", keyword: "json" }],
    });
    expect(await failure(() => build({ a: { b: 1n } }))).toMatchObject({ issues: [{ pointer: "/a/b" }] });
  });
});

it("says which argument is of another type", async () => {
  expect(await failure(() => api.buildClaims(null as never))).toMatchObject({
    code: "INVALID_ARGUMENT",
    message: expect.stringMatching(/^the argument of buildClaims cannot be read: /),
  });
});

it("reports what is no JSON, at most twenty places and the number of others", async () => {
  const tags = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`a${index}`, () => 0]));
  const { code, issues } = await failure(() => api.buildRoomConfiguration({ tags } as never));
  expect([code, issues.length, issues.at(-1)?.message]).toEqual(["INVALID_ARGUMENT", 21, "and 480 more"]);
});
