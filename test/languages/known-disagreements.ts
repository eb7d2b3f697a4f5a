import { readFileSync } from "node:fs";
import type { JsonSchema } from "../../scripts/model/json-schema.js";
import type { Leniency } from "./agreement.js";

/** A fault of a validator, from known-disagreements.json, with a keyword or names for which to be lenient. */
export interface KnownDisagreement {
  /** The name of its folder. */
  readonly validator: string;
  /** The keyword whose failures it reports at the value around the failing one. */
  readonly keyword?: string;
  /** A regular expression for names that are not preserved in its pointers. */
  readonly names?: string;
  readonly why: string;
  readonly cases: readonly MinimalCase[];
}

/** An instance, as JSON, for which all validators but one report the same failing places. */
export interface MinimalCase {
  readonly schema: JsonSchema;
  readonly instance: string;
  readonly others: readonly string[];
  readonly theirs: readonly string[];
}

export const KNOWN_DISAGREEMENTS: readonly KnownDisagreement[] = JSON.parse(
  readFileSync(new URL("known-disagreements.json", import.meta.url), "utf8"),
);

/** Returns the leniency that the known disagreements of a validator require. */
export function leniencyFor(validator: string): Leniency {
  const known = KNOWN_DISAGREEMENTS.filter((each) => each.validator === validator);
  const names = known.flatMap((each) => each.names ?? []);
  return {
    keywords: new Set(known.flatMap(({ keyword }) => keyword ?? [])),
    names: names.length === 0 ? undefined : new RegExp(names.map((each) => `(?:${each})`).join("|")),
  };
}
