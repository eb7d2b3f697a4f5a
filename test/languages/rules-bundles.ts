import type { JsonSchema } from "../../scripts/model/json-schema.js";
import { readBundle } from "./generated-files.js";

/** A bundle for validators, as listed in generated/bundles/index.json. */
export interface RulesBundle {
  readonly file: string;
  /** The title of the schema. */
  readonly root: string;
  readonly dialect: "2020-12" | "draft-07";
  readonly profile: "input" | "mint" | "decode";
}

/** All bundles for validators. */
export const RULES: readonly RulesBundle[] = readRules();

function readRules(): RulesBundle[] {
  const { bundles } = readBundle("index.json") as unknown as {
    readonly bundles: readonly (RulesBundle & { readonly flavour: string })[];
  };
  return bundles.filter(({ flavour }) => flavour === "rules");
}

/** Returns the schema of a bundle. */
export function schemaOf({ file }: RulesBundle): JsonSchema {
  return readBundle(file);
}

/** Returns the bundle that differs only in the given dialect or profile. */
export function siblingOf(bundle: RulesBundle, other: Partial<RulesBundle>): RulesBundle {
  const { root, dialect, profile } = { ...bundle, ...other };
  const found = RULES.find((each) => each.root === root && each.dialect === dialect && each.profile === profile);
  if (!found) throw new Error(`there are no rules of ${root} to ${profile} in ${dialect}`);
  return found;
}
