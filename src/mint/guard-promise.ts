import { invalidArgument } from "../issues/error.js";

/**
 * Makes a promise throw when it is converted to JSON or text, as happens when a response is built without awaiting it.
 *
 * Replaces the prototype, which costs next to nothing. Defining members on each promise would cost a tenth of minting.
 */
export function guardPromise<T>(promise: Promise<T>): Promise<T> {
  return Object.setPrototypeOf(promise, guard) as Promise<T>;
}

/** Inherits `constructor` from Promise.prototype, so await treats the promise as a native one. Promises from then() are not guarded. */
const guard = /* @__PURE__ */ createGuard();

function createGuard(): object {
  return Object.create(Promise.prototype, {
    toJSON: { value: throwNotAwaited },
    // Every conversion to text or a number ends here, as valueOf() returns the promise itself.
    toString: { value: throwNotAwaited },
  });
}

function throwNotAwaited(): never {
  throw invalidArgument("the token is a promise; await it: await token.toJwt()");
}
