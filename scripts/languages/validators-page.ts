import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { table } from "../emit/output/markdown-table.js";

const LANGUAGES = fileURLToPath(new URL("../../test/languages/", import.meta.url));

/** The data of a validator in its validator.json. */
export interface ValidatorFacts {
  /** The name of its folder. */
  readonly name: string;
  /** The language, the package and its version. */
  readonly title: string;
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
export function validatorsPage(validators: readonly ValidatorFacts[], disagreements: readonly Disagreement[]): string {
  return `# Validators

The bundles of rules in [generated/bundles](../../bundles) are used unmodified. \`npm run test:languages\` runs each of these validators, with each bundle, on the same thousands of values: valid ones, values that are wrong in every way that a member's type allows, and the conformance vectors of the layer \`schema\`. All return the same verdict.

${validators.map(({ title, notes = [] }) => [`- ${title}`, ...notes].join(". ")).join("\n")}

Use \`rules-mint\` for claims before signing, and \`rules-decode\` for verified claims.

Servers accept a \`roomConfig\` in every spelling of protobuf JSON: snake_case names, numbers of enums, numbers as strings, null for absent, unknown members. The rules accept only the canonical spelling, which minting writes. Convert verified claims to it first: [the vectors](https://www.npmjs.com/package/livekit-claims-vectors) of the layer \`room-config\` have tokens in all spellings, with the canonical claims.

Use no validator that knows draft-04 or draft-06 alone. It ignores \`if\` and \`then\` silently, and so accepts what they forbid: PHP's justinrainbow/json-schema 5.2.12 accepts \`roomJoin\` without a room, by the bundles of either dialect.

## Different places of errors

All validators report the same places, with these exceptions.

${validators.flatMap((each) => section(each, disagreements)).join("\n\n")}
`;
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
