import type { MemberOverlay } from "./overlay.js";
import type { ProtoField } from "./proto-model.js";

/** Returns the value of `x-secret` for a member: the decision of the overlay, or the mark of upstream. */
export function secrecyOf({ secret }: ProtoField, words: MemberOverlay | undefined): "refuse" | "warn" | undefined {
  const decided = words?.["x-secret"];
  if (decided === undefined) return secret ? "refuse" : undefined;
  return decided === false ? undefined : decided;
}

/**
 * Whether a decision on a member is missing. Every string may hold a password, a key or a URL with one, and the
 * marks of upstream are incomplete.
 */
export function isUndecided({ type, secret }: ProtoField, words: MemberOverlay | undefined): boolean {
  const isText = type.kind === "scalar" && type.scalar === "string";
  return isText && !secret && words?.["x-secret"] === undefined;
}

/** Whether a member is less secret here than upstream marks it, without a reason. */
export function lacksReason(field: ProtoField, words: MemberOverlay | undefined): boolean {
  return Boolean(field.secret) && secrecyOf(field, words) !== "refuse" && !words?.["x-secret-reason"]?.trim();
}
