import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const RECIPES = fileURLToPath(new URL("../../test/languages/recipes/", import.meta.url));

/** The files of generated/bundles/ that the recipes read, in the folder that they run in. */
export const RECIPE_DATA: readonly string[] = ["claims.rules-decode.2020-12.json", "defaults.json"];

/** How claims are built and room configurations normalized in a language, from its recipe.json. */
export interface Recipe {
  /** The name of its folder in test/languages/recipes/. */
  readonly id: string;
  /** The language, as its users write it. */
  readonly title: string;
  /** Commands that print the version of what must be there, such as "go version". */
  readonly needs: readonly string[];
  /** The info string of its code blocks. */
  readonly highlight: string;
  /** The file that brings a room configuration to the spelling of the rules. */
  readonly normalizer: string;
  /** The file that makes the payload to sign, where there is one. */
  readonly builder?: string;
  /** The start of the ids of vectors whose fault the parser of the language hides. */
  readonly unseen?: string;
  readonly notes?: string;
  /** How the builder is called. */
  readonly use?: string;

  // Only the suite needs these: the program that answers what it asks, line by line.
  readonly build: readonly (readonly [string, ...string[]])[];
  readonly run: readonly string[];
}

/** All recipes, by id. */
export function readRecipes(): Recipe[] {
  const entries = readdirSync(RECIPES, { withFileTypes: true });
  const ids = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return ids.sort().map((id) => ({ id, ...JSON.parse(read(id, "recipe.json")) }));
}

/** The folder of a recipe. */
export const recipeFolder = ({ id }: Pick<Recipe, "id">): string => join(RECIPES, id);

/** The page that shows the recipes of all languages. */
export function recipesPage(recipes: readonly Recipe[]): string {
  const builders = recipes.filter(({ builder }) => builder !== undefined).map(({ title }) => title);
  return `# Building claims, and reading room configurations

Two things that a JSON Schema validator does not do, written with what the bundles hold. They are for a copy into your project, with ${RECIPE_DATA.map((file) => `\`${file}\``).join(" and ")} from the [bundles](../../bundles) or the [package](packages.md) of your language beside them. [schema/README.md](../../../schema/README.md#building-claims) describes both in words.

- A **builder** (${builders.join(", ")}) makes the payload to sign of the claims that a caller wrote. Check these by the bundle \`rules-input\` first, and the payload by \`rules-mint\` before it is signed. \`npm run test:languages\` has it build the claims of every valid vector of [minting](https://www.npmjs.com/package/livekit-claims-vectors) that \`rules-input\` accepts, and some hundred more: as JSON, each payload is the one that is expected.
- A **normalizer** (${recipes.map(({ title }) => title).join(", ")}) brings a \`roomConfig\` from any spelling of protobuf JSON that servers read (snake_case names, numbers of enums, numbers in strings, null for absent, unknown members) to the one of the rules. Check the result by \`rules-decode\`. The suite has it read every vector of the layer \`room-config\`: with that check, each has the verdict and the claims that are expected, but for those that a section names.

${recipes.map(section).join("\n\n")}
`;
}

function section(recipe: Recipe): string {
  const { title, highlight, normalizer, builder, use, notes } = recipe;
  const named = (file: string): string[] => [
    `\`${file}\`:`,
    `\`\`\`${highlight}\n${read(recipe.id, file).trimEnd()}\n\`\`\``,
  ];
  return [
    `## ${title}`,
    "### Read a room configuration",
    ...named(normalizer),
    ...(notes === undefined ? [] : [notes]),
    ...(builder === undefined ? [] : ["### Build claims", ...named(builder), use ?? ""]),
  ].join("\n\n");
}

function read(id: string, file: string): string {
  return readFileSync(join(RECIPES, id, file), "utf8");
}
