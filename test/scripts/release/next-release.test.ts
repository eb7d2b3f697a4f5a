import { expect, it } from "vitest";
import { nextRelease } from "../../../scripts/release/next-release.js";

const bundle = (...members: string[]) =>
  JSON.stringify({
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Claims",
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(members.map((name) => [name, { type: "string" }])),
  });
const release = (version: string, ...members: string[]) => ({ version, text: bundle(...members), index: "" });
const unreleased = "# Changelog\n\nWords.\n\n## Unreleased\n\n### Fixed\n\n- A bug.\n";
const nothing = "# Changelog\n\nWords.\n\n## 0.2.0 - 2026-01-02\n\nWords.\n";

it.each([
  ["the first release", "0.1.0", undefined, unreleased, "0.1.0"],
  ["no change", "0.2.0", release("0.2.0", "name", "kind"), nothing, "0.2.0"],
  ["a change of code alone", "0.2.0", release("0.2.0", "name", "kind"), unreleased, "0.2.1"],
  ["a new member", "0.2.0", release("0.2.0", "name"), unreleased, "0.2.1"],
  ["a lost member", "0.2.0", release("0.2.0", "name", "kind", "sub"), unreleased, "0.3.0"],
])("after %s, %s becomes the version that the changes require", (_, version, last, changelog, expected) => {
  expect(nextRelease({ now: release(version, "name", "kind"), last, changelog })).toBe(expected);
});
