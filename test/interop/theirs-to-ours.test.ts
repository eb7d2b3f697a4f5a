import { expect, it } from "vitest";
import { AccessTokenError, buildClaims, type Claims, TokenVerifier } from "../../src/index.js";
import { differences, inWords, placeOf, placesOf, topmost } from "./agreement.js";
import { type Case, casesFor, KEY, SECRET } from "./grants-table.js";
import { AGREES, type Outcome, surprises } from "./known-faults.js";
import type { MintAnswer } from "./peer.js";
import { describePeers } from "./peer-suite.js";
import { valueAt, without } from "./pointers.js";

const verifier = TokenVerifier.withApiKey(KEY, SECRET);

/** Seconds that may pass between the request and the minting. */
const MAX_DELAY = 5;

async function outcomeOf({ claims }: Case, answer: MintAnswer): Promise<Outcome> {
  if (!answer.ok) return `does not mint: ${answer.error}`;
  try {
    const verified = await verifier.verify(answer.token);
    const expected = buildClaims(without(claims, answer.skipped ?? []));
    const different = differences(withoutTimes(expected), withoutTimes(verified)).map(inWords);
    if (Math.abs(verified.exp - expected.exp) > MAX_DELAY) different.push("/exp");
    return different.length === 0 ? AGREES : `differs at ${different.join(", ")}`;
  } catch (error) {
    if (error instanceof AccessTokenError) return `is refused: ${error.code} ${error.message}`;
    throw error;
  }
}

/** Leaves out the claims that the SDKs set themselves. */
function withoutTimes({ exp, nbf, iat, ...others }: Claims): Omit<Claims, "exp" | "nbf" | "iat"> {
  return others;
}

/** Returns the places of members that the peer cannot express in any case. */
function inexpressible(answers: ReadonlyMap<Case, MintAnswer>): string[] {
  const skipped = new Set<string>();
  const expressed = new Set<string>();
  for (const [{ claims }, answer] of answers) {
    if (!answer.ok) continue;
    const pointers = (answer.skipped ?? []).filter((pointer) => placesOf(valueAt(claims, pointer)).length > 0);
    for (const pointer of pointers) skipped.add(placeOf(pointer));
    for (const place of placesOf(without(claims, pointers))) expressed.add(place);
  }
  return topmost([...skipped].filter((place) => !expressed.has(place)));
}

describePeers("their tokens, verified by us", (peer, spec) => {
  it("have the requested claims", async () => {
    const answers = new Map<Case, MintAnswer>();
    const outcomes = new Map<Case, Outcome>();
    for (const each of casesFor(spec.name)) {
      const answer = await peer().mint({ key: KEY, secret: SECRET, claims: { ...each.claims } });
      answers.set(each, answer);
      outcomes.set(each, await outcomeOf(each, answer));
    }
    expect(await surprises(spec.name, "minting", outcomes)).toEqual([]);
    console.log(`${spec.title} cannot express: ${inexpressible(answers).join(" ") || "nothing, it expresses all"}`);
  });
});
