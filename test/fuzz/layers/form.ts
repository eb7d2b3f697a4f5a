import * as fc from "fast-check";
import { atNow, edited, tokens } from "../arbitraries.js";
import { layer } from "../layer.js";
import { expectAcceptedByOthers } from "../oracles.js";

const pieces = fc.oneof(
  fc.constantFrom(".", "..", "=", "==", "+", "/", "-", "_", " ", "\n", "\0", "Bearer ", "%3D", "Ł", "A", "é"),
  fc.string({ maxLength: 3, unit: "binary" }),
);

/** Edits the compact form: dots, alphabets, padding, white space, spare bits, characters beyond ASCII. */
export const form = layer("form", edited(tokens, pieces).map(atNow), expectAcceptedByOthers);
