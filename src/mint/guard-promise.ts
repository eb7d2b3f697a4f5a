import { invalidArgument } from "../issues/error.js";

/**
 * Calls a function, and returns a promise of its result or error. The promise throws when it is converted to JSON or text, as
 * happens when a response is built without awaiting it.
 *
 * A class makes such promises faster than a new prototype for each would. Members of their own would show in logs.
 */
export function guardPromise<T>(run: () => T | Promise<T>): Promise<T> {
  return new Guarded<T>((resolve) => resolve(run()));
}

const Guarded = /* @__PURE__ */ createClass();

function createClass(): PromiseConstructor {
  class Guarded<T> extends Promise<T> {
    toJSON(): never {
      throw notAwaited();
    }

    /** Every conversion to text or a number ends here, as valueOf() returns the promise itself. */
    override toString(): never {
      throw notAwaited();
    }
  }
  // So await treats the promise as a native one. Promises from then() are not guarded.
  Guarded.prototype.constructor = Promise;
  return Guarded;
}

function notAwaited(): Error {
  return invalidArgument("the token is a promise; await it: await token.toJwt()");
}
