import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { getDef, heldByTokens, type Model, type Output } from "../../model/model.js";
import { claimMethods } from "../code/claim-methods.js";
import { table } from "../output/markdown-table.js";
import { replaceSection } from "../output/section.js";

/** Emits the generated sections, between markers, of README.md and schema/README.md. */
export async function emitReadme(model: Model): Promise<Output[]> {
  return [await page("README.md", "methods", methods(model)), await page("schema/README.md", "files", files(model))];
}

async function page(path: string, section: string, content: string): Promise<Output> {
  const text = await readFile(fileURLToPath(new URL(`../../../${path}`, import.meta.url)), "utf8");
  return { path: `../${path}`, content: replaceSection(text, section, content) };
}

function methods(model: Model): string {
  const rows = claimMethods(heldByTokens(model)).map(({ claim, set, add }) => [
    [set, ...(add === undefined ? [] : [add])].map((method) => `\`${method}\``).join(" "),
    `\`${claim.name}\``,
    firstSentence(claim.schema.description),
  ]);
  return table(["method", "claim", "holds"], rows, { aligned: true });
}

function files(model: Model): string {
  const rows = model.roots.map((root) => {
    const { file, schema } = getDef(model, root);
    return [`\`${file}\``, firstSentence(schema.description)];
  });
  return table(["file", "describes"], rows, { aligned: true });
}

function firstSentence(text = ""): string {
  return text.split(/[.;](?: |$)/, 1)[0] ?? "";
}
