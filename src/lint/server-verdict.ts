import type { Prediction } from "../targets/create-target.js";
import type { Objection } from "./server-objections.js";

/** The answer of a server to a token, as far as it depends on the release. */
export interface ServerVerdict {
  readonly prediction: Prediction;
  /** The places that it refuses or ignores: JSON pointers into the payload, or "the header". */
  readonly because: readonly string[];
}

export function verdictOf(objections: readonly Objection[]): ServerVerdict {
  const refused = pointersOf(objections.filter(({ kind }) => kind === "refuse"));
  if (refused.length > 0) return { prediction: "refuse", because: refused };
  const ignored = pointersOf(objections);
  return { prediction: ignored.length > 0 ? "ignore" : "accept", because: ignored };
}

function pointersOf(objections: readonly Objection[]): string[] {
  return [...new Set(objections.map(({ pointer }) => pointer))];
}
