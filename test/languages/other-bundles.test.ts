import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { languageDocs } from "../../scripts/emit/docs/language-docs.js";
import { type LanguageSpec, readLanguages } from "../../scripts/languages/language-spec.js";
import { type Bundle, namesIn, titlesOf } from "./declared-names.js";
import { buildGenerator } from "./generator-build.js";
import { isMissing } from "./missing-languages.js";
import { type Instructions, instructionsOf } from "./page-blocks.js";

/** Allows for the installation, when this file is the first that needs it. */
const BUILD_TIMEOUT_MS = 20 * 60_000;

const FOLDER = new URL("../../generated/bundles/", import.meta.url);
const read = (file: string) => JSON.parse(readFileSync(new URL(file, FOLDER), "utf8"));
const index: { readonly bundles: readonly { file: string; flavour: string; dialect: string }[] } = read("index.json");
const bundles = index.bundles.filter(({ flavour }) => flavour === "shapes");

/**
 * Languages whose generators cannot read a reference with a description beside it, and so only support the dialect
 * of their pages, as the pages mention.
 */
const ONE_DIALECT: ReadonlySet<string> = new Set(["java", "typescript"]);

const specs = readLanguages();
const pages = new Map(languageDocs(specs, { languages: [] }).map(({ path, content }) => [path, content]));

for (const spec of specs) {
  const page = instructionsOf(pages.get(`docs/languages/${spec.id}.md`) ?? "");
  const others = bundles.filter(({ file }) => file !== spec.bundle);
  describe.skipIf(await isMissing(spec))(`${spec.title} generates types`, () => {
    it.each(others)("of $file", { timeout: BUILD_TIMEOUT_MS }, async ({ file, dialect }) => {
      const schema: Bundle = read(file);
      const { folder } = await buildGenerator(...withBundle(spec, page, file, schema.title));
      const { undeclared, unasked } = await namesIn(folder, spec, titlesOf(schema));
      const differences = [...undeclared.filter((title) => title !== "StringMap"), ...unasked];
      const isRead = !ONE_DIALECT.has(spec.id) || spec.bundle.includes(dialect) || titlesOf(schema).length === 1;
      if (isRead) expect(differences).toEqual([]);
      else expect(differences, "is read by now: its page says otherwise").not.toEqual([]);
    });
  });
}

/** Returns the instructions of a page for another bundle, up to the generation of types. */
function withBundle(spec: LanguageSpec, page: Instructions, file: string, root: string): [LanguageSpec, Instructions] {
  const changed = (text: string) =>
    text.replaceAll(spec.bundle, file).replace("--top-level Claims", `--top-level ${root}`);
  const { roundtrip, ...rest } = spec;
  const files = new Map([...page.files].map(([name, text]) => [name, changed(text)]));
  return [
    { ...rest, bundle: file },
    { ...page, files, generate: changed(page.generate), build: undefined, run: undefined },
  ];
}
