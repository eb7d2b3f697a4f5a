import type { Claims } from "../../generated/types.js";
import { CALLS, type CallName, lacksFor, needsOf, USUAL_CALLS } from "../permissions/calls.js";

/** Whether a token permits a call. */
export interface CallVerdict {
  readonly call: CallName;
  /** The room of the call; null for a call of no room. */
  readonly room: string | null;
  readonly permitted: boolean;
  readonly needs: string;
  /** The grants that the token lacks, or that its claims are invalid. */
  readonly lacks: readonly string[];
}

/** @param room the room of the call; that of the token unless given */
export function judgeCall(call: CallName, claims: Claims | undefined, room: string | undefined): CallVerdict {
  const lacks = claims === undefined ? ["the claims are invalid"] : lacksFor(call, claims, room);
  const isOfRoom = "rooms" in CALLS[call];
  return {
    call,
    room: isOfRoom ? (room ?? (claims?.video.room || null)) : null,
    permitted: lacks.length === 0,
    needs: needsOf(call),
    lacks,
  };
}

/** Calls that are not permitted, and what the token lacks for them. */
export interface DeniedCalls {
  readonly calls: readonly CallName[];
  readonly lacks: readonly string[];
}

/** Returns the usual calls that are not permitted, together where they lack the same. */
export function deniedCalls(claims: Claims): DeniedCalls[] {
  const byLack = new Map<string, DeniedCalls>();
  for (const call of USUAL_CALLS) {
    const lacks = lacksFor(call, claims);
    const key = lacks.join("\n");
    if (lacks.length > 0) byLack.set(key, { calls: [...(byLack.get(key)?.calls ?? []), call], lacks });
  }
  return [...byLack.values()];
}
