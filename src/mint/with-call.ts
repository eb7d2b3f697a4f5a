import { isObject } from "../json/is-object.js";
import { addMembers, type Call } from "./prepare-claims.js";

/**
 * Returns the calls with one more. The new call replaces an earlier one that sets the same claim. A call that adds grants
 * replaces none: it is merged with the earlier ones.
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

/** Merges consecutive calls that add grants to the same claim into one, so that many calls cost no more than a few. */
function withAddedGrants(calls: readonly Call[], call: Call & { readonly kind: "grants" }): readonly Call[] {
  const next = [...calls];
  const index = next.findLastIndex(
    (other) => other.kind === "claims" || ("claim" in other && other.claim === call.claim),
  );
  const previous = next[index];
  if (previous?.kind === "grants" && isObject(previous.copy.value) && isObject(call.copy.value)) {
    const value = addMembers(previous.copy.value, call.copy.value);
    next[index] = { ...call, copy: { value, faults: [...previous.copy.faults, ...call.copy.faults] } };
  } else {
    next.push(call);
  }
  return next;
}
