import * as fc from "fast-check";

const FIRST_SURROGATE = 0xd800;
const SURROGATES = 0x800;

/**
 * Any character, to be the `unit` of strings. It has the characters of the unit "binary", which lists all of them in
 * a map before the first string: two seconds in each process.
 */
export const anyCharacter: fc.Arbitrary<string> = fc
  .nat(0x10ffff - SURROGATES)
  .map((index) => String.fromCodePoint(index < FIRST_SURROGATE ? index : index + SURROGATES), indexOf);

function indexOf(character: unknown): number {
  const code = typeof character === "string" ? (character.codePointAt(0) ?? -1) : -1;
  if (code < 0 || String.fromCodePoint(code) !== character || !character.isWellFormed()) {
    throw new Error("not one character");
  }
  return code < FIRST_SURROGATE ? code : code - SURROGATES;
}
