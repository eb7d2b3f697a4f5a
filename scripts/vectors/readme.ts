import { table } from "../emit/output/markdown-table.js";
import { FLAGS } from "./flags.js";
import { ROWS } from "./rows.js";
import type { VectorFile } from "./vector.js";

/** Fills in what the template of the README leaves to the vectors: tables of files, flags and rules. */
export function readme(template: string, files: ReadonlyMap<string, VectorFile>): string {
  const parts: Readonly<Record<string, string>> = {
    files: table(
      ["file", "vectors", "valid", "described by"],
      [...files].map(([file, { tests, schema }]) => {
        const valid = tests.filter(({ result }) => result === "valid");
        return [file, String(tests.length), String(valid.length), schema];
      }),
    ),
    flags: table(["flag", "meaning"], Object.entries(FLAGS)),
    rules: table(
      ["row", "rule", "verifying or minting", "reading unverified"],
      Object.entries(ROWS).map(([row, { text, verify, unverified = ["–"] }]) => {
        return [`\`${row}\``, text, verify.join(", "), unverified.join(", ")];
      }),
    ),
  };
  return template.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const part = parts[name];
    if (part === undefined) throw new Error(`the README's template asks for ${name}, which there is not`);
    return part.trimEnd();
  });
}
