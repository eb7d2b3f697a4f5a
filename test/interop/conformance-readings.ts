import type { Json, VerifyVector } from "../../scripts/vectors/vector.js";
import { buildClaims } from "../../src/index.js";
import { getOwnAt } from "../../src/json/own.js";
import { fromPointer } from "../../src/json/path.js";
import { type Difference, differences, placeOf } from "./agreement.js";
import type { VerifyAnswer } from "./peer.js";

/** A valid vector that a verifier accepted, and the claims that it returned. */
export interface Reading {
  readonly vector: VerifyVector;
  readonly claims: Json;
}

export function readingOf(vector: VerifyVector, answer: VerifyAnswer): Reading[] {
  return answer.ok && answer.claims && vector.result === "valid" ? [{ vector, claims: answer.claims }] : [];
}

/**
 * Returns the members that a verifier never returns, as pointers with "*" for the index of an element: those that
 * are missing even in the vectors with each member in its canonical spelling.
 */
export function unknownMembers(readings: readonly Reading[]): string[] {
  const plain = readings.filter(({ vector }) => vector.row === "plain");
  const lacking = plain.flatMap((reading) => differencesOf(reading).filter(({ actual }) => actual === undefined));
  return [...new Set(lacking.map(({ pointer }) => placeOf(pointer)))].sort();
}

/**
 * Returns the places where a verifier returns another value than expected, or drops a member that it returns
 * elsewhere.
 */
export function misreadings(reading: Reading, unknown: readonly string[]): string[] {
  return differencesOf(reading)
    .map(({ pointer }) => pointer)
    .filter((pointer) => !unknown.some((place) => `${placeOf(pointer)}/`.startsWith(`${place}/`)));
}

/** Ignores members that a verifier adds, and defaults that it leaves to its users. */
function differencesOf({ vector, claims }: Reading): Difference[] {
  return differences(vector.claims, claims).filter(({ pointer, expected, actual }) => {
    return expected !== undefined && !(actual === undefined && expected === defaultAt(pointer));
  });
}

const DEFAULTS = buildClaims({ exp: 0, iss: "" });

function defaultAt(pointer: string): unknown {
  return getOwnAt(DEFAULTS, fromPointer(pointer, DEFAULTS));
}
