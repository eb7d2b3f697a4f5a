import { readFileSync } from "node:fs";
import { join } from "node:path";
import { table } from "../emit/output/markdown-table.js";
import { folderOf, type LanguageSpec } from "./language-spec.js";
import type { MeasuredLanguage } from "./measured.js";
import { readWalkthroughs, walkthroughText } from "./walkthrough.js";

/** Returns the page of a language: the use of its generator, an example, and the measurements. */
export function languagePage(spec: LanguageSpec, measured: MeasuredLanguage | undefined): string {
  return [
    `# ${spec.title}`,
    `[${spec.tool}](${spec.homepage}) ${spec.version} generates ${spec.output} from [${spec.bundle}](../../bundles/${spec.bundle}). ${testNote(spec)}`,
    "## Install",
    fence("sh", spec.install),
    "## Generate",
    ...(spec.files ?? []).flatMap((file) => namedFile(spec, file, extension(file))),
    `In a folder with ${inputFiles(spec)}:`,
    fence("sh", spec.generate),
    ...example(spec),
    ...inABuild(spec),
    ...(measured === undefined ? [] : facts(measured)),
    "## Limits of the types",
    "The types have the members and their JSON types. They do not express that roomJoin needs a room, which values an enum has, or which members are required: for these, use the bundles of rules with a JSON Schema validator. No type proves that a token is genuine: verify its signature first. A `roomConfig` may come in any spelling of protobuf JSON, such as `empty_timeout`: where the table says that such a member is dropped or refused, [normalize](recipes.md) it before decoding.",
    ...(spec.notes ? [spec.notes.map((note) => `- ${note}`).join("\n")] : []),
  ]
    .join("\n\n")
    .concat("\n");
}

function inputFiles({ bundle, files = [] }: LanguageSpec): string {
  const shipped = `\`${bundle}\` from \`generated/bundles/\` of the npm package livekit-claims`;
  return [...files.map((file) => `\`${file}\``), shipped].join(" and ");
}

function testNote({ run }: LanguageSpec): string {
  return run === undefined
    ? "`npm run test:languages` generates the types and checks their names and syntax. It does not compile them, since no compiler is available where the tests run."
    : "`npm run test:languages` follows this page, runs its example, and decodes and encodes more than a thousand payloads. The meaning of none changes.";
}

function example(spec: LanguageSpec): string[] {
  if (spec.example === undefined || spec.run === undefined) return [];
  return [
    "## Example",
    ...namedFile(spec, spec.example, spec.highlight),
    ...(spec.build ? ["## Build", fence("sh", spec.build)] : []),
    "## Run",
    fence("sh", spec.run),
    "It prints:",
    fence("text", [read(spec, "example.out")]),
  ];
}

/** Shows how a build generates the types, where the language has a usual way. */
function inABuild({ id }: LanguageSpec): string[] {
  const builds = readWalkthroughs("builds").filter((each) => each.id === id);
  return builds.flatMap((build) => ["## In a build", walkthroughText(build)]);
}

/** Returns the content of a file of the folder, below its name. */
function namedFile(spec: LanguageSpec, file: string, info: string): string[] {
  return [`\`${file}\`:`, fence(info, [read(spec, file)])];
}

function facts({ renamed, undeclared, answers }: MeasuredLanguage): string[] {
  const names = Object.entries(renamed).map(([title, name]) => `${title} is called \`${name}\``);
  const missing = undeclared.map((title) => `${title} has no type of its own`);
  const differences = [...names, ...missing].join("; ");
  return [
    "## Names",
    `Types are named as in the schemas (Claims, VideoGrants, RoomConfiguration)${differences === "" ? "" : `, but: ${differences}`}.`,
    ...(Object.keys(answers).length === 0 ? [] : ["## Decoding and encoding a payload", answerTable(answers)]),
  ];
}

/** Returns the results of decoding payloads into the types and encoding them again. */
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
