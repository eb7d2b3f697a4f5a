import { decodeIssues } from "../claims/decode.js";
import type { Issue } from "../issues/issue.js";
import type { Json } from "../json/is-object.js";

/** What the rules look at. */
export interface Subject {
  /** As it stands in the token. */
  readonly payload: Json;
  /** The same, but for the room configuration: spelled as the schema does, and without what nobody knows. */
  readonly normalized: Json;
  /** Why a verifier refuses it; the places are those of {@link normalized}. */
  readonly issues: readonly Issue[];
}

export function subjectOf(payload: Json): Subject {
  const normalized = { ...payload };
  return { payload, issues: decodeIssues(normalized), normalized };
}
