import { readFileSync } from "node:fs";
import type { JsonSchema } from "../../scripts/model/json-schema.js";

/** A bundle for validators, as generated/bundles/index.json lists it. */
export interface RulesBundle {
  readonly file: string;
  /** The title of the schema that it validates. */
  readonly root: string;
  readonly dialect: "2020-12" | "draft-07";
  readonly profile: "input" | "mint" | "decode";
}

const FOLDER = new URL("../../generated/bundles/", import.meta.url);

/** Every bundle for validators. */
export const RULES: readonly RulesBundle[] = readRules();

function readRules(): RulesBundle[] {
  const index: { readonly bundles: readonly (RulesBundle & { readonly flavour: string })[] } = read("index.json");
  return index.bundles.filter(({ flavour }) => flavour === "rules");
}

/** The bundle's schema, as it is published. */
export function schemaOf({ file }: RulesBundle): JsonSchema {
  return read(file);
}

/** The bundle that differs from another in its dialect or profile. */
export function siblingOf(bundle: RulesBundle, other: Partial<RulesBundle>): RulesBundle {
  const { root, dialect, profile } = { ...bundle, ...other };
  const found = RULES.find((each) => each.root === root && each.dialect === dialect && each.profile === profile);
  if (!found) throw new Error(`there are no rules of ${root} to ${profile} in ${dialect}`);
  return found;
}

function read(file: string) {
  return JSON.parse(readFileSync(new URL(file, FOLDER), "utf8"));
}
