import { table } from "../emit/output/markdown-table.js";
import { FLAGS } from "./flags.js";
import { ROWS } from "./rows.js";
import type { VectorFile } from "./vector.js";

/** Fills in the tables of files, flags and rules in the template of the README. */
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
    if (part === undefined)
      throw new Error(`README.template.md has the unknown placeholder ${name}; use ${Object.keys(parts).join(", ")}`);
    return part.trimEnd();
  });
}
