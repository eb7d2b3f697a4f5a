import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { languageDocs } from "../../../../scripts/emit/docs/language-docs.js";
import { folderOf, readLanguages } from "../../../../scripts/languages/language-spec.js";
import { type MeasuredLanguage, readMeasured } from "../../../../scripts/languages/measured.js";
import { instructionsOf } from "../../../languages/page-blocks.js";

const specs = readLanguages();
const languages: MeasuredLanguage[] = specs.map(({ id, tool }, at) => ({
  id,
  tool,
  renamed: at === 0 ? { SIPGrants: "SipGrants" } : {},
  undeclared: at === 0 ? ["StringMap"] : [],
  answers: at === 0 ? { "a part": "kept" } : { "a part": "dropped", "another part": "refused" },
}));
const pages = new Map(languageDocs(specs, { languages }).map(({ path, content }) => [path, content]));
const pageOf = (id: string): string => pages.get(`docs/languages/${id}.md`) ?? "";

describe("the page of a language", () => {
  it.each(specs)("has the commands and files of language.json for $title", (spec) => {
    const script = (commands: readonly string[] | undefined) => commands && `${commands.join("\n")}\n`;
    const read = (file: string) => readFileSync(join(folderOf(spec), file), "utf8");
    const shown = spec.example === undefined ? [] : [...(spec.files ?? []), spec.example];
    expect(instructionsOf(pageOf(spec.id))).toEqual({
      install: script(spec.install),
      generate: script(spec.generate),
      files: new Map(shown.map((file) => [file, read(file)])),
      build: spec.example && script(spec.build),
      run: spec.example && script(spec.run),
      prints: spec.example && read("example.out"),
    });
  });

  it.each(specs)(
    "replaces every placeholder in the commands of $title",
    ({ install, generate, build = [], run = [] }) => {
      expect([...install, ...generate, ...build, ...run].join("\n")).not.toMatch(/\{(?:bundle|version|install)\}/);
    },
  );

  it("has the names that differ from the titles, and the measured answers", () => {
    const page = pageOf(specs[0]?.id ?? "");
    expect(page).toContain("SIPGrants is called `SipGrants`; StringMap has no type of its own.");
    expect(page).toContain("| a part | kept |");
  });

  it("is complete without measurements", () => {
    for (const { content } of languageDocs(specs, { languages: [] })) expect(content).not.toContain("undefined");
  });
});

describe("the comparison", () => {
  it("has a column for each measured language, and a row for each part", () => {
    const index = pages.get("docs/languages/README.md") ?? "";
    const others = specs.slice(1).map(() => "dropped");
    expect(index).toContain(`| a part | ${["kept", ...others].join(" | ")} |`);
    expect(index).toContain("| another part | | refused");
  });
});

describe("measured.json", () => {
  it("has the current version of each generator", () => {
    expect(readMeasured().languages.map(({ id, tool }) => [id, tool])).toEqual(
      specs.map(({ id, tool, version }) => [id, `${tool} ${version}`]),
    );
  });
});
