import { describe, expect, it } from "vitest";
import { NOTICES } from "../../../scripts/release/notices.js";
import { brokenLinks, missingNotices } from "../../../scripts/release/packed-problems.js";

describe("brokenLinks", () => {
  const problemsOf = (path: string, text: string) =>
    brokenLinks(
      new Map([
        [path, text],
        ["docs/page.md", ""],
      ]),
    );

  it.each(["page.md", "page.md#part", "./page.md", "../docs", "../docs/", "#part", "https://example.com/x.md"])(
    "accepts a link to %s",
    (target) => {
      expect(problemsOf("docs/index.md", `See [this](${target}).`)).toEqual([]);
    },
  );

  it.each(["other.md", "../page.md", "../../docs/page.md"])("finds a link to %s, which is not packed", (target) => {
    expect(problemsOf("docs/index.md", `See [this](${target}).`)).toEqual([expect.stringContaining(target)]);
  });

  it("ignores code, README.md and files that are not Markdown", () => {
    expect(problemsOf("docs/index.md", "`[a](b)`\n\n```go\nx[0](y)\n```\n")).toEqual([]);
    expect(problemsOf("README.md", "[a](missing.md)")).toEqual([]);
    expect(problemsOf("dist/index.js", "[a](missing.md)")).toEqual([]);
  });
});

describe("missingNotices", () => {
  const bundle = ["dist/a.js", "//#region node_modules/@scope/name/index.js\n//#region src/a.ts\n"] as const;
  const rule = `\n${"-".repeat(80)}\n\n`;

  it("finds a package whose license is missing", () => {
    expect(missingNotices(new Map([bundle]))).toEqual([
      expect.stringContaining("dist/a.js contains code of @scope/name"),
    ]);
    const other = [`dist/${NOTICES}`, `Head${rule}@scope/names 1.0.0 (MIT)\n`] as const;
    expect(missingNotices(new Map([bundle, other]))).toHaveLength(1);
  });

  it("accepts a package whose license is there", () => {
    const noticed = [`dist/${NOTICES}`, `Head${rule}@scope/name 1.0.0 (MIT)\n`] as const;
    expect(missingNotices(new Map([bundle, noticed]))).toEqual([]);
  });
});
