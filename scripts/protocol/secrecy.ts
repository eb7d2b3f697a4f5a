import type { MemberOverlay } from "./overlay.js";
import type { ProtoField } from "./proto-model.js";

/** The value of `x-secret` for a member: upstream's mark, or what the overlay decides. */
export function secrecyOf({ secret }: ProtoField, words: MemberOverlay | undefined): "refuse" | "warn" | undefined {
  const decided = words?.["x-secret"];
  if (decided === undefined) return secret ? "refuse" : undefined;
  return decided === false ? undefined : decided;
}

/**
 * Whether somebody has yet to decide on a member: every text might be a password, a key or an address that holds one, and
 * upstream's marks are not complete.
 */
export function isUndecided({ type, secret }: ProtoField, words: MemberOverlay | undefined): boolean {
  const isText = type.kind === "scalar" && type.scalar === "string";
  return isText && !secret && words?.["x-secret"] === undefined;
}

/** Whether a member is less secret here than upstream marks it, without a reason. */
export function isUnexplained(field: ProtoField, words: MemberOverlay | undefined): boolean {
  return Boolean(field.secret) && secrecyOf(field, words) !== "refuse" && !words?.["x-secret-reason"]?.trim();
}
