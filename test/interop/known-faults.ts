import { placesOf } from "./agreement.js";
import type { Case } from "./grants-table.js";
import { readPeerFile } from "./peer-spec.js";

/** A fault of a peer, in its known.json: what is expected of some cases in the place of agreement. */
export interface KnownFault {
  /** Whether it shows in tokens that the peer mints, or in its view of ours. */
  readonly when: "minting" | "verifying";
  /** The cases that show it, all of them: a regular expression for their names ... */
  readonly cases?: string;
  /** ... or for the places of what their claims hold. */
  readonly holding?: string;
  /** What their outcome starts with. */
  readonly outcome: string;
  readonly why: string;
}

/** How a case came out: {@link AGREES}, or what went wrong. */
export type Outcome = string;
export const AGREES: Outcome = "agrees";

/** The outcomes that are not as expected, in words: known faults that are gone are among them. */
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
