import { describe, expect, it } from "vitest";
import { draftChangelog } from "../../../../scripts/protocol/update/changelog.js";
import { diffSchemas } from "../../../../src/schema-diff/diff-schemas.js";

const schema = (properties: object) => ({ title: "Room", type: "object", additionalProperties: false, properties });
const text = { type: "string" };
const before = schema({ name: text, old: text, older: text, size: { type: "integer", maximum: 9 } });
const after = schema({ name: { ...text, description: "d" }, tags: text, size: { type: "integer", maximum: 5 } });

describe("draftChangelog", () => {
  const released = "# Changelog\n\nWords.\n\n## 0.1.0 - 2026-01-02\n\nThe first.\n";
  const line = (release: string) => `- The room configuration is that of \`github.com/livekit/protocol\` ${release}.\n`;
  const unchanged = (present: string, release: string) => draftChangelog(present, release, diffSchemas(before, before));

  it("adds a section above the newest version, with new members and breaking changes", () => {
    expect(draftChangelog(released, "1.2.3", diffSchemas(before, after))).toBe(`# Changelog

Words.

## Unreleased

### Added

- New: \`Room.tags\`.

### Changed

${line("1.2.3")}- Accepts less: \`Room.size\` (maximum: 9 → 5); breaks code that mints and code that verifies.

### Removed

- Removed: \`Room.old\`, \`Room.older\`; breaks code that mints and code that verifies.

## 0.1.0 - 2026-01-02

The first.
`);
  });

  it("deletes the line of the earlier release", () => {
    const twice = unchanged(unchanged(released, "1.2.3"), "1.2.4");
    expect(twice).toContain(line("1.2.4"));
    expect(twice).not.toContain("1.2.3");
  });

  it("keeps the links of versions", () => {
    const linked = `${released.replace("## 0.1.0", "## [0.1.0]")}\n[0.1.0]: https://github.com/o/n/releases/tag/v0.1.0\n`;
    const drafted = draftChangelog(linked, "1.2.3", diffSchemas(before, before), { url: "https://github.com/o/n.git" });
    expect(drafted).toContain("## [0.1.0] - 2026-01-02\n");
    expect(drafted).toContain("[0.1.0]: https://github.com/o/n/releases/tag/v0.1.0\n");
  });

  it("keeps present lines below the new ones", () => {
    const present = released.replace(
      "## 0.1.0",
      "## Unreleased\n\n### Changed\n\n- Ours.\n\n### Fixed\n\n- A bug.\n\n## 0.1.0",
    );
    expect(unchanged(present, "1.2.3")).toContain(`### Changed\n\n${line("1.2.3")}- Ours.\n\n### Fixed\n\n- A bug.\n`);
  });
});
