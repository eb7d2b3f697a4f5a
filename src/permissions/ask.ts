import type { Claims } from "../../generated/types.js";
import { invalidArgument } from "../issues/error.js";
import { attempt } from "../issues/options.js";
import { BareObject } from "../json/bare-object.js";
import { isObject } from "../json/is-object.js";
import { getOwn } from "../json/own.js";
import { snapshot } from "../json/snapshot.js";
import { typeName } from "../json/type-name.js";
import type { ClaimsWith } from "./claims-with.js";

/**
 * Answers a question about some of the claims. The question gets copies of their own members, so that a member which
 * something put on Object.prototype permits nothing.
 *
 * @throws AccessTokenError INVALID_ARGUMENT when the claims are no object, or cannot be read
 */
export function ask<Name extends keyof Claims, Answer>(
  claims: ClaimsWith<Name>,
  names: readonly Name[],
  question: (claims: ClaimsWith<Name>) => Answer,
): Answer {
  return attempt("the claims", () => {
    // Callers without types may pass anything.
    const given: unknown = claims;
    if (!isObject(given)) throw invalidArgument(`the claims must be an object; got ${typeName(given)}`);
    const own = new BareObject();
    for (const name of names) own[name] = copy(getOwn(given, name), name);
    return question(own as ClaimsWith<Name>);
  });
}

/** Accepts what a token may hold, lone surrogates too. */
function copy(value: unknown, name: string): unknown {
  if (value === undefined) return undefined;
  const { value: copied, faults } = snapshot(value, [name], true);
  const fault = faults.find(({ keyword }) => keyword !== "unicode");
  if (fault) throw invalidArgument(`the claims cannot be read: ${name} ${fault.message}`);
  return copied;
}
