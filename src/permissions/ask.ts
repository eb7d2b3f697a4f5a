import type { Claims } from "../../generated/types.js";
import { invalidArgument } from "../issues/error.js";
import { attempt, plainObject } from "../issues/options.js";
import { BareObject } from "../json/bare-object.js";
import { getOwn } from "../json/own.js";
import { snapshot } from "../json/snapshot.js";
import type { ClaimsWith } from "./claims-with.js";

/**
 * Calls a function with copies of some claims, and returns its result. Copies own members only, so that a member that
 * somebody put on Object.prototype permits nothing.
 *
 * @param names the claims that the function reads
 * @throws AccessTokenError INVALID_ARGUMENT when the claims are not a readable object
 */
export function ask<Name extends keyof Claims, Answer>(
  claims: ClaimsWith<Name>,
  names: readonly Name[],
  question: (claims: ClaimsWith<Name>) => Answer,
): Answer {
  return attempt("the claims", () => {
    // Callers without types may pass a promise that nobody awaited. It has no claims, and absent claims permit to publish.
    const given = plainObject("the claims", claims);
    const own = new BareObject();
    for (const name of names) own[name] = copy(getOwn(given, name), name);
    return question(own as ClaimsWith<Name>);
  });
}

/** Copies a claim. Accepts everything that the payload of a token may contain, even lone surrogates. */
function copy(value: unknown, name: string): unknown {
  if (value === undefined) return undefined;
  const { value: copied, faults } = snapshot(value, name, true);
  const fault = faults.find(({ keyword }) => keyword !== "unicode");
  if (fault) throw invalidArgument(`the claims cannot be read: ${name} ${fault.message}`);
  return copied;
}
