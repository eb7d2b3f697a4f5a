import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { table } from "../emit/output/markdown-table.js";
import { readWalkthroughs, walkthroughText } from "./walkthrough.js";

const LANGUAGES = fileURLToPath(new URL("../../test/languages/", import.meta.url));

/** The data of a validator in its validator.json. */
export interface ValidatorFacts {
  /** The name of its folder. */
  readonly name: string;
  /** The language, the package and its version. */
  readonly title: string;
  /** The dialects that it knows, such as "draft-07". All of those of the bundles when absent. */
  readonly dialects?: readonly string[];
  /** Facts that users of the validator should know. */
  readonly notes?: readonly string[];
}

export interface Disagreement {
  readonly validator: string;
  readonly why: string;
  readonly cases: readonly {
    readonly schema: unknown;
    readonly instance: string;
    readonly others: readonly string[];
    readonly theirs: readonly string[];
  }[];
}

/** The samples of a validator, and of one that must not be used, as Markdown. */
export interface ValidatorSamples {
  /** By the name of the validator. */
  readonly samples: ReadonlyMap<string, string>;
  readonly failingOpen: readonly string[];
}

export function readValidatorSamples(): ValidatorSamples {
  const samples = readWalkthroughs("validators").map((each) => [each.id, walkthroughText(each)] as const);
  return { samples: new Map(samples), failingOpen: readWalkthroughs("draft-04").map(walkthroughText) };
}

/** Reads the validators that `npm run test:languages` compares, by name, and their known errors. */
export function readValidators(): { validators: ValidatorFacts[]; disagreements: Disagreement[] } {
  const folder = join(LANGUAGES, "validators");
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const names = entries.map((entry) => entry.name).sort();
  return {
    validators: names.map((name) => JSON.parse(readFileSync(join(folder, name, "validator.json"), "utf8"))),
    disagreements: JSON.parse(readFileSync(join(LANGUAGES, "known-disagreements.json"), "utf8")),
  };
}

/** Returns the page of the validators: those that agree, and the differences of the others with minimal cases. */
export function validatorsPage(
  validators: readonly ValidatorFacts[],
  disagreements: readonly Disagreement[],
  { samples, failingOpen }: ValidatorSamples,
): string {
  return `# Validators

The bundles of rules in [generated/bundles](../../bundles) are used unmodified. \`npm run test:languages\` runs each of these validators, with each bundle of a dialect that it knows, on the same thousands of values: valid ones, values that are wrong in every way that a member's type allows, and the conformance vectors of the layer \`schema\`. All return the same verdict.

${validators.map(({ title, notes = [] }) => [`- ${title}`, ...notes].join(". ")).join("\n")}

Use \`rules-input\` for claims as a caller wrote them, \`rules-mint\` for claims before signing, and \`rules-decode\` for verified claims.

Servers accept a \`roomConfig\` in every spelling of protobuf JSON: snake_case names, numbers of enums, numbers as strings, null for absent, unknown members. The rules accept only the canonical spelling, which minting writes. [Normalize](recipes.md) the \`roomConfig\` of verified claims first.

## Validators that fail open

Use no validator that knows draft-04 or draft-06 alone. It ignores \`if\` and \`then\` silently, and so accepts what they forbid. PHP's justinrainbow/json-schema 5.2.12 (Debian's php-json-schema) is one: it refuses a wrong type, and accepts a join without a room.

${failingOpen.join("\n\n")}

## Samples

Each validates claims as a caller wrote them, and prints what is wrong with those that lack a room.

${validators.flatMap(({ name, title }) => sample(title, samples.get(name))).join("\n\n")}

## Different places of errors

All validators report the same places, with these exceptions.

${validators.flatMap((each) => section(each, disagreements)).join("\n\n")}
`;
}

function sample(title: string, text: string | undefined): string[] {
  return text === undefined ? [] : [`### ${title}`, text];
}

function section({ name, title }: ValidatorFacts, disagreements: readonly Disagreement[]): string[] {
  const own = disagreements.filter(({ validator }) => validator === name);
  return own.length === 0 ? [] : [`### ${title}`, ...own.flatMap(({ why, cases }) => [why, caseTable(cases)])];
}

function caseTable(cases: Disagreement["cases"]): string {
  const rows = cases.map(({ schema, instance, others, theirs }) => [
    code(JSON.stringify(schema)),
    code(instance),
    ...[others, theirs].map(places),
  ]);
  return table(["schema", "value", "other validators", "this validator"], rows).trimEnd();
}

function places(pointers: readonly string[]): string {
  return pointers.map((pointer) => code(JSON.stringify(pointer))).join(", ");
}

function code(text: string): string {
  return `\`${text}\``;
}
