import { describe, expect, it } from "vitest";
import { draftChangelog } from "../../../../scripts/protocol/update/changelog.js";
import { diffSchemas } from "../../../../src/schema-diff/diff-schemas.js";

const schema = (properties: object) => ({ title: "Room", type: "object", additionalProperties: false, properties });
const text = { type: "string" };
const before = schema({ name: text, old: text, older: text, size: { type: "integer", maximum: 9 } });
const after = schema({ name: { ...text, description: "d" }, tags: text, size: { type: "integer", maximum: 5 } });

describe("draftChangelog", () => {
  const log = "# Changelog\n\n## 0.1.0\n\nThe first.\n";

  it("adds a heading above the newest version, with new members and breaking changes", () => {
    expect(draftChangelog(log, "1.2.3", diffSchemas(before, after))).toBe(`# Changelog

## Unreleased

- The room configuration is that of \`github.com/livekit/protocol\` 1.2.3.
- New: \`Room.tags\`.
- Accepts less: \`Room.size\` (maximum: 9 → 5); breaks code that mints and code that verifies.
- Removed: \`Room.old\`, \`Room.older\`; breaks code that mints and code that verifies.

## 0.1.0

The first.
`);
  });

  it("adds the lines first under an existing heading, and deletes the line of the earlier release", () => {
    const once = draftChangelog(log, "1.2.3", diffSchemas(before, before));
    expect(draftChangelog(once, "1.2.4", diffSchemas(before, before))).toBe(`# Changelog

## Unreleased

- The room configuration is that of \`github.com/livekit/protocol\` 1.2.4.

## 0.1.0

The first.
`);
  });

  it.each(["# Changelog\n\n## Unreleased\n- Ours.\n", "# Changelog\n\n## Unreleased\n\n- Ours.\n"])(
    "keeps existing lines: %j",
    (present) => {
      expect(draftChangelog(present, "1.2.3", diffSchemas(before, before))).toBe(
        "# Changelog\n\n## Unreleased\n\n- The room configuration is that of `github.com/livekit/protocol` 1.2.3.\n- Ours.\n",
      );
    },
  );

  it("adds lines under an empty heading, and under one without a later version", () => {
    const line = "- The room configuration is that of `github.com/livekit/protocol` 1.2.3.\n";
    const draft = (present: string) => draftChangelog(present, "1.2.3", diffSchemas(before, before));
    expect(draft("# Changelog\n\n## Unreleased\n\n## 0.1.0\n")).toBe(
      `# Changelog\n\n## Unreleased\n\n${line}\n## 0.1.0\n`,
    );
    expect(draft("# Changelog\n\n## Unreleased\n")).toBe(`# Changelog\n\n## Unreleased\n\n${line}`);
  });
});
