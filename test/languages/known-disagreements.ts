import { readFileSync } from "node:fs";
import type { JsonSchema } from "../../scripts/model/json-schema.js";
import type { Leniency } from "./agreement.js";

/** A fault of a validator, in known-disagreements.json. It says where to be lenient: by a keyword or by names. */
export interface KnownDisagreement {
  /** The name of its folder. */
  readonly validator: string;
  /** The keyword whose failures it places at the value around the one that fails. */
  readonly keyword?: string;
  /** A regular expression for names that do not survive in its pointers. */
  readonly names?: string;
  readonly why: string;
  readonly cases: readonly MinimalCase[];
}

/** An instance, as JSON, of which all validators say that the same places fail, but for one. */
export interface MinimalCase {
  readonly schema: JsonSchema;
  readonly instance: string;
  readonly others: readonly string[];
  readonly theirs: readonly string[];
}

export const KNOWN_DISAGREEMENTS: readonly KnownDisagreement[] = JSON.parse(
  readFileSync(new URL("known-disagreements.json", import.meta.url), "utf8"),
);

/** How the known disagreements of a validator are to be made up for. */
export function leniencyFor(validator: string): Leniency {
  const known = KNOWN_DISAGREEMENTS.filter((each) => each.validator === validator);
  const names = known.flatMap((each) => each.names ?? []);
  return {
    keywords: new Set(known.flatMap(({ keyword }) => keyword ?? [])),
    names: names.length === 0 ? undefined : new RegExp(names.map((each) => `(?:${each})`).join("|")),
  };
}
