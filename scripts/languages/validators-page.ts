import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { table } from "../emit/output/markdown-table.js";

const LANGUAGES = fileURLToPath(new URL("../../test/languages/", import.meta.url));

/** What the page says of a validator, from its validator.json and known-disagreements.json. */
export interface ValidatorFacts {
  /** The name of its folder. */
  readonly name: string;
  /** Language, package and version. */
  readonly title: string;
  /** What its users should know besides. */
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

/** Reads the validators that `npm run test:languages` holds against each other, by name, and what they get wrong. */
export function readValidators(): { validators: ValidatorFacts[]; disagreements: Disagreement[] } {
  const folder = join(LANGUAGES, "validators");
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const names = entries.map((entry) => entry.name).sort();
  return {
    validators: names.map((name) => JSON.parse(readFileSync(join(folder, name, "validator.json"), "utf8"))),
    disagreements: JSON.parse(readFileSync(join(LANGUAGES, "known-disagreements.json"), "utf8")),
  };
}

/** The page of the validators: which agree, and where one of them differs, by a minimal case. */
export function validatorsPage(validators: readonly ValidatorFacts[], disagreements: readonly Disagreement[]): string {
  return `# Validators

The bundles of rules in [generated/bundles](../../bundles) are used unmodified. \`npm run test:languages\` has each of these judge the same thousands of values, valid ones and such as are wrong in every way that a member's type allows, and every conformance vector of the layer \`schema\`, by each bundle. All give the same verdict.

${validators.map(({ title, notes = [] }) => [`- ${title}`, ...notes].join(". ")).join("\n")}

Minting is checked by \`rules-mint\`, what was verified by \`rules-decode\`.

Servers read a \`roomConfig\` in every spelling of protobuf JSON: snake_case names, numbers of enums, numbers in texts, null for absent, unknown members. The rules are about one of them, which minting has. Bring what was verified to that first; [the vectors](../../vectors/README.md) of the layer \`room-config\` have tokens in all spellings, and the claims that they amount to.

## Where they name another place

They name the same failing places too, but for these.

${validators.flatMap((each) => section(each, disagreements)).join("\n\n")}
`;
}

function section({ name, title }: ValidatorFacts, disagreements: readonly Disagreement[]): string[] {
  const its = disagreements.filter(({ validator }) => validator === name);
  return its.length === 0 ? [] : [`### ${title}`, ...its.flatMap(({ why, cases }) => [why, caseTable(cases)])];
}

function caseTable(cases: Disagreement["cases"]): string {
  const rows = cases.map(({ schema, instance, others, theirs }) => [
    code(JSON.stringify(schema)),
    code(instance),
    ...[others, theirs].map(places),
  ]);
  return table(["schema", "value", "the others", "it"], rows).trimEnd();
}

function places(pointers: readonly string[]): string {
  return pointers.map((pointer) => code(JSON.stringify(pointer))).join(", ");
}

function code(text: string): string {
  return `\`${text}\``;
}
