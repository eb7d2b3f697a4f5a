import { invalidArgument } from "../issues/error.js";

/**
 * Makes a promise throw when JSON or text is made of it, which is how one that was not awaited gets into a response.
 *
 * A prototype of its own, since that costs next to nothing, while defining members on each promise costs a tenth of minting.
 */
export function guardPromise<T>(promise: Promise<T>): Promise<T> {
  return Object.setPrototypeOf(promise, guard) as Promise<T>;
}

/** Its constructor is that of all promises: await takes it for one of its own, and what then() returns is not guarded. */
const guard = /* @__PURE__ */ Object.create(Promise.prototype, {
  toJSON: { value: throwNotAwaited },
  [Symbol.toPrimitive]: { value: throwNotAwaited },
});

function throwNotAwaited(): never {
  throw invalidArgument("the token is a promise; await it: await token.toJwt()");
}
