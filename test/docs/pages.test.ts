import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { describe, expect, it } from "vitest";
import { inRepository, ROOT } from "../../scripts/docs/pages.js";
import type { AccessTokenErrorCode } from "../../src/issues/error.js";
import { FINDINGS } from "../../src/lint/catalog.js";
import { pageText } from "./pages.js";

/** Returns the codes in backquotes on a page. */
const codesOf = (text: string): Set<string> => new Set([...text.matchAll(/`([\w-]+)`/g)].map(([, code = ""]) => code));

describe("Why 401?", () => {
  const kinds = Object.entries(FINDINGS);
  const page = codesOf(pageText("why-401.md"));

  it("names every error that lint finds", () => {
    const errors = kinds.filter(([, { severity }]) => severity === "error").map(([code]) => code);
    expect(errors.filter((code) => !page.has(code))).toEqual([]);
  });

  it("names no finding that lint does not have", () => {
    const named = [...page].filter((code) => /^[a-z]+(-[a-z]+)+$/.test(code));
    expect(named.filter((code) => !Object.hasOwn(FINDINGS, code))).toEqual([]);
  });
});

describe("the HTTP statuses of errors", () => {
  const page = pageText("guides/errors.md");
  const rows = [...page.matchAll(/^\| `([A-Z_]+)` +\| (\d{3}) /gm)].map(([, code = "", status]) => [code, status]);
  const coded = [...page.matchAll(/^ {2}([A-Z_]+): (\d{3}),$/gm)].map(([, code = "", status]) => [code, status]);

  it("are the same in the table and in the code, whose type names every code", () => {
    expect(coded).toContainEqual(["EXPIRED" satisfies AccessTokenErrorCode, "401"]);
    expect(rows).toEqual(coded);
  });
});

describe("the links of pages that npm and the repository show", () => {
  const files = [
    "README.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "CHANGELOG.md",
    "schema/README.md",
    "examples/README.md",
  ];

  it.each(files)("lead to files and headings that exist: %s", (file) => {
    const links = [...readFileSync(join(ROOT, file), "utf8").matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = ""]) => link);
    expect(links.filter((link) => !/^https?:/.test(link) && !leads(file, link))).toEqual([]);
  });

  function leads(file: string, link: string): boolean {
    const [path = "", anchor] = link.split("#");
    const there = path === "" ? file : posix.join(posix.dirname(file), path);
    if (!inRepository(there)) return false;
    return anchor === undefined || headingsOf(there).includes(anchor);
  }

  /** Returns the anchors that GitHub and npm give to headings. */
  function headingsOf(file: string): string[] {
    const headings = readFileSync(join(ROOT, file), "utf8").matchAll(/^#+ (.*)$/gm);
    return [...headings].map(([, text = ""]) =>
      text
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, "")
        .replaceAll(" ", "-"),
    );
  }
});
