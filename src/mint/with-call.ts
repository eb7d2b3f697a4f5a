import { isObject } from "../json/is-object.js";
import { addMembers, type Call } from "./prepare-claims.js";

/**
 * Returns the calls with one more. It replaces an earlier call that set the same claim. Added grants replace
 * nothing: they join those that were added before.
 */
export function withCall(calls: readonly Call[], call: Call): readonly Call[] {
  if (call.kind === "grants") return withAddedGrants(calls, call);
  const next: Call[] = [];
  for (const other of calls) if (!replaces(call, other)) next.push(other);
  next.push(call);
  return next;
}

function replaces(call: Call, other: Call): boolean {
  if (call.kind === "claim") return "claim" in other && other.claim === call.claim;
  return call.kind === other.kind;
}

/** Merges consecutive calls that add grants into one, so that many calls cost no more than a few. */
function withAddedGrants(calls: readonly Call[], call: Call & { readonly kind: "grants" }): readonly Call[] {
  const next = [...calls];
  const at = next.findLastIndex((other) => other.kind === "claims" || ("claim" in other && other.claim === call.claim));
  const before = next[at];
  if (before?.kind === "grants" && isObject(before.value) && isObject(call.value)) {
    const value = addMembers(before.value, call.value);
    next[at] = { ...call, value, faults: [...before.faults, ...call.faults] };
  } else {
    next.push(call);
  }
  return next;
}
