import { placesOf } from "./agreement.js";
import type { Case } from "./grants-table.js";
import { readPeerFile } from "./peer-spec.js";

/** A fault of a peer, from its known.json: the outcome that is expected of some cases instead of agreement. */
export interface KnownFault {
  /** Whether the fault shows in tokens that the peer mints, or when it reads ours. */
  readonly when: "minting" | "verifying";
  /** A regular expression for the names of all cases that show the fault. */
  readonly cases?: string;
  /** A regular expression for the places of members in the claims, instead of names of cases. */
  readonly holding?: string;
  /** The start of the outcome. */
  readonly outcome: string;
  readonly why: string;
}

/** The outcome of a case: {@link AGREES}, or a description of the fault. */
export type Outcome = string;
export const AGREES: Outcome = "agrees";

/** Returns a description of each outcome that is not expected, known faults that have been fixed among them. */
export async function surprises(
  peer: string,
  when: KnownFault["when"],
  outcomes: ReadonlyMap<Case, Outcome>,
): Promise<string[]> {
  const faults = (await readPeerFile<KnownFault[]>(peer, "known.json")).filter((fault) => fault.when === when);
  const used = new Set<KnownFault>();
  const found: string[] = [];
  for (const [each, outcome] of outcomes) {
    const fault = faults.find((fault) => shows(fault, each));
    if (fault) used.add(fault);
    const expected = fault?.outcome ?? AGREES;
    if (outcome.startsWith(expected)) continue;
    found.push(`${each.name}: ${outcome}${fault ? `, although it is known that it ${expected}` : ""}`);
  }
  for (const fault of faults) if (!used.has(fault)) found.push(`no case can show the known fault: ${fault.why}`);
  return found;
}

function shows({ cases, holding }: KnownFault, { name, claims }: Case): boolean {
  if (cases !== undefined && !new RegExp(cases).test(name)) return false;
  return holding === undefined || placesOf(claims).some((place) => new RegExp(holding).test(place));
}
