import type { Json, VerifyVector } from "../../scripts/vectors/vector.js";
import { buildClaims } from "../../src/index.js";
import { getOwnAt } from "../../src/json/own.js";
import { fromPointer } from "../../src/json/path.js";
import { type Difference, differences, placeOf } from "./agreement.js";
import type { VerifyAnswer } from "./peer.js";

/** A vector that was accepted, as it should be, and what the verifier made of its claims. */
export interface Reading {
  readonly vector: VerifyVector;
  readonly claims: Json;
}

export function readingOf(vector: VerifyVector, answer: VerifyAnswer): Reading[] {
  return answer.ok && answer.claims && vector.result === "valid" ? [{ vector, claims: answer.claims }] : [];
}

/**
 * The members that a verifier never gives, as pointers with "*" for the index of an element: those that it lacks in the
 * vectors that have each member in the plainest spelling.
 */
export function unknownMembers(readings: readonly Reading[]): string[] {
  const plain = readings.filter(({ vector }) => vector.row === "plain");
  const lacking = plain.flatMap((reading) => differencesOf(reading).filter(({ actual }) => actual === undefined));
  return [...new Set(lacking.map(({ pointer }) => placeOf(pointer)))].sort();
}

/** Where a verifier gives another value than the one that counts, or drops one that it gives elsewhere. */
export function misreadings(reading: Reading, unknown: readonly string[]): string[] {
  return differencesOf(reading)
    .map(({ pointer }) => pointer)
    .filter((pointer) => !unknown.some((place) => `${placeOf(pointer)}/`.startsWith(`${place}/`)));
}

/** Apart from what a verifier gives besides, and from defaults that it leaves for its users to fill in. */
function differencesOf({ vector, claims }: Reading): Difference[] {
  return differences(vector.claims, claims).filter(({ pointer, expected, actual }) => {
    return expected !== undefined && !(actual === undefined && expected === defaultAt(pointer));
  });
}

const DEFAULTS = buildClaims({ exp: 0, iss: "" });

function defaultAt(pointer: string): unknown {
  return getOwnAt(DEFAULTS, fromPointer(pointer, DEFAULTS));
}
