import { readFileSync } from "node:fs";
import { join } from "node:path";
import { table } from "../emit/output/markdown-table.js";
import { folderOf, type LanguageSpec } from "./language-spec.js";
import type { MeasuredLanguage } from "./measured.js";

/** The page of a language: how its generator is used, an example, and what was measured. */
export function languagePage(spec: LanguageSpec, measured: MeasuredLanguage | undefined): string {
  return [
    `# ${spec.title}`,
    `[${spec.tool}](${spec.homepage}) ${spec.version} makes ${spec.output} of [${spec.bundle}](../../bundles/${spec.bundle}). ${checked(spec)}`,
    "## Install",
    fence("sh", spec.install),
    "## Generate",
    ...(spec.files ?? []).flatMap((file) => named(spec, file, extension(file))),
    `In a folder that holds ${holds(spec)}:`,
    fence("sh", spec.generate),
    ...example(spec),
    ...(measured === undefined ? [] : facts(measured)),
    "## What the types do not tell",
    "The types say which members there are and of which JSON type. That roomJoin needs a room, which values an enum has, what must be there: all that stands in the bundles of rules, for a JSON Schema validator. No type proves that a token is genuine: verify its signature first.",
    ...(spec.notes ? [spec.notes.map((note) => `- ${note}`).join("\n")] : []),
  ]
    .join("\n\n")
    .concat("\n");
}

function holds({ bundle, files = [] }: LanguageSpec): string {
  const shipped = `\`${bundle}\` from \`generated/bundles/\` of the npm package livekit-claims`;
  return [...files.map((file) => `\`${file}\``), shipped].join(" and ");
}

function checked({ run }: LanguageSpec): string {
  return run === undefined
    ? "There is no compiler for it where this is tested: `npm run test:languages` generates the types and checks their names and syntax, and has never compiled them."
    : "`npm run test:languages` does what this page says, runs its example, and decodes and encodes more than a thousand payloads: none comes out meaning anything else.";
}

function example(spec: LanguageSpec): string[] {
  if (spec.example === undefined || spec.run === undefined) return [];
  return [
    "## Example",
    ...named(spec, spec.example, spec.highlight),
    ...(spec.build ? ["## Build", fence("sh", spec.build)] : []),
    "## Run",
    fence("sh", spec.run),
    "It prints",
    fence("text", [read(spec, "example.out")]),
  ];
}

/** A file of the folder, under its name. */
function named(spec: LanguageSpec, file: string, info: string): string[] {
  return [`\`${file}\`:`, fence(info, [read(spec, file)])];
}

function facts({ renamed, undeclared, answers }: MeasuredLanguage): string[] {
  const names = Object.entries(renamed).map(([title, name]) => `${title} is called \`${name}\``);
  const missing = undeclared.map((title) => `${title} has no type of its own`);
  const differences = [...names, ...missing].join("; ");
  return [
    "## Names",
    `Types are named as in the schemas (Claims, VideoGrants, RoomConfiguration)${differences === "" ? "" : `, but: ${differences}`}.`,
    ...(Object.keys(answers).length === 0 ? [] : ["## What becomes of a payload", answerTable(answers)]),
  ];
}

/** As measured by decoding a payload that has the part into the types, and encoding it again. */
function answerTable(answers: MeasuredLanguage["answers"]): string {
  return table(["part", "decoded and encoded again"], Object.entries(answers)).trimEnd();
}

function read(spec: LanguageSpec, file: string): string {
  return readFileSync(join(folderOf(spec), file), "utf8").trimEnd();
}

function fence(info: string, lines: readonly string[]): string {
  return [`\`\`\`${info}`, ...lines, "```"].join("\n");
}

function extension(file: string): string {
  return file.slice(file.lastIndexOf(".") + 1);
}
