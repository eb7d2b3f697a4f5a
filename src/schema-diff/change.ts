/** How far a version must move. Below 1.0.0 the last two mean the same, see nextVersion. */
export type Step = "major" | "minor" | "patch" | "none";

/** Whom a change breaks: code that makes values of the schema, or code that reads them. */
export type Party = "mint" | "verify";

/**
 * What became of a member: it is new or gone, takes fewer or more values than before, or *changed* in a way that is
 * neither.
 */
export type ChangeKind = "added" | "removed" | "narrowed" | "widened" | "changed";

/** One difference between two schemas. */
export interface SchemaChange {
  /**
   * Its place in a value, as a JSON pointer in which `*` is any element of a list or value of a map:
   * "/video/canPublish". Empty for the whole value.
   */
  readonly member: string;
  /** Further places, where the definition is used more than once. Up to nine, the shortest first. */
  readonly alsoAt: readonly string[];
  /** Where the schemas have it: "VideoGrants.canPublish". */
  readonly definition: string;
  readonly kind: ChangeKind;
  /** The difference in words: `type: "string" → "integer"`. */
  readonly what: string;
  /** Why it breaks somebody, or nobody. */
  readonly why: string;
  readonly breaks: readonly Party[];
  /** The step that this change alone asks for. */
  readonly step: Exclude<Step, "none">;
}

export interface SchemaDiff {
  /** In the order of the schemas, outermost first. */
  readonly changes: readonly SchemaChange[];
  /** The highest step that a change asks for. */
  readonly step: Step;
}

const STEPS: readonly Step[] = ["none", "patch", "minor", "major"];

/** The highest of the steps; "none" when there are none. */
export function highestStep(steps: readonly Step[]): Step {
  return STEPS[Math.max(0, ...steps.map((step) => STEPS.indexOf(step)))] as Step;
}
