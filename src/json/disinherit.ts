import { isObject, type Json } from "./is-object.js";

/**
 * Removes the prototypes of all objects in a value that JSON.parse returned, if Object.prototype has enumerable members:
 * they must not count as claims. Changes the value in place.
 *
 * Costs a few nanoseconds if Object.prototype has none. Checking that each member is an own one, wherever claims are read,
 * would cost a twentieth of verifying a token.
 */
export function disinherit(value: Json): void {
  // Runs only if Object.prototype has enumerable members.
  for (const _inherited in {}) {
    // Grows during the loop. Not recursive, because a payload may be nested deeper than the stack allows.
    const parts: object[] = [value];
    for (const part of parts) {
      if (isObject(part)) Object.setPrototypeOf(part, null);
      for (const inner of Object.values(part)) if (typeof inner === "object" && inner !== null) parts.push(inner);
    }
    return;
  }
}
