import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseChangelog, releaseUnreleased, unreleasedOf } from "../../../scripts/changelog/form.js";
import { ROOT } from "../../support/copies.js";

const repository = { url: "git+https://github.com/owner/name.git" };
const log = `# Changelog

Words.

## [Unreleased]

### Added

- Something.

## [0.1.0] - 2026-01-02

The first.

[Unreleased]: https://github.com/owner/name/compare/v0.1.0...HEAD
[0.1.0]: https://github.com/owner/name/releases/tag/v0.1.0
`;

it("CHANGELOG.md is read and written without a change", async () => {
  const [text = "", manifest = ""] = await Promise.all(
    ["CHANGELOG.md", "package.json"].map((file) => readFile(join(ROOT, file), "utf8")),
  );
  expect(parseChangelog(text, JSON.parse(manifest).repository).toString()).toBe(text);
});

it("a text in another form is refused", () => {
  expect(() => parseChangelog("# Changelog\n\n## Soon\n")).toThrow("Keep a Changelog");
  expect(() => parseChangelog("# Changelog\n\n## Unreleased\n\n### News\n\n- A\n")).toThrow("Keep a Changelog");
});

it("a missing section of unreleased changes is added above the newest version", () => {
  const changelog = parseChangelog("# Changelog\n\nWords.\n\n## 0.1.0 - 2026-01-02\n\nThe first.\n");
  unreleasedOf(changelog).added("Something.");
  expect(changelog.toString()).toBe(
    "# Changelog\n\nWords.\n\n## Unreleased\n\n### Added\n\n- Something.\n\n## 0.1.0 - 2026-01-02\n\nThe first.\n",
  );
});

describe("releaseUnreleased", () => {
  const released = (text: string, version: string): string => {
    const changelog = parseChangelog(text, repository);
    releaseUnreleased(changelog, version, "2026-03-04");
    return changelog.toString();
  };

  it("turns the section into one of the version, with its date and links", () => {
    const text = released(log, "0.2.0");
    expect(text).toContain(
      "Words.\n\n## [0.2.0] - 2026-03-04\n\n### Added\n\n- Something.\n\n## [0.1.0] - 2026-01-02\n",
    );
    expect(text).toContain("[0.2.0]: https://github.com/owner/name/compare/v0.1.0...v0.2.0\n");
    expect(text).not.toContain("Unreleased");
  });

  it("changes nothing when it is repeated", () => {
    const once = released(log, "0.2.0");
    expect(released(once, "0.2.0")).toBe(once);
  });

  it("refuses a version that is there already, while something is unreleased", () => {
    expect(() => released(log, "0.1.0")).toThrow("use a later version");
  });
});
