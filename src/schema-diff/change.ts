/** The part of a version that must be raised. Below 1.0.0, minor and patch are the same: see nextVersion. */
export type Step = "major" | "minor" | "patch" | "none";

/** Code that a change can break: code that makes values of the schema (mint), or code that reads them (verify). */
export type Party = "mint" | "verify";

/**
 * The kind of a change. A member is new (added) or gone (removed), accepts fewer values (narrowed) or more (widened),
 * or accepts other values (changed).
 */
export type ChangeKind = "added" | "removed" | "narrowed" | "widened" | "changed";

/** A difference between two schemas. */
export interface SchemaChange {
  /**
   * The JSON pointer of the member in a value, with `*` for any element of a list or value of a map:
   * "/video/canPublish". Empty for the whole value.
   */
  readonly member: string;
  /** Other places of the same definition: up to nine, the shortest first. */
  readonly alsoAt: readonly string[];
  /** The name of the definition in the schemas: "VideoGrants.canPublish". */
  readonly definition: string;
  readonly kind: ChangeKind;
  /** The difference in words: `type: "string" → "integer"`. */
  readonly what: string;
  /** Why the change breaks code, or why it does not. */
  readonly why: string;
  /** The code that the change can break. Empty when it breaks none. */
  readonly breaks: readonly Party[];
  /** The step that this change alone requires. */
  readonly step: Exclude<Step, "none">;
}

export interface SchemaDiff {
  /** The changes in the order of the schemas, outermost first. */
  readonly changes: readonly SchemaChange[];
  /** The highest step that a change requires, or "none" without changes. */
  readonly step: Step;
}

const STEPS: readonly Step[] = ["none", "patch", "minor", "major"];

/** Returns the highest of the steps, or "none" for an empty list. */
export function highestStep(steps: readonly Step[]): Step {
  return STEPS[Math.max(0, ...steps.map((step) => STEPS.indexOf(step)))] as Step;
}
