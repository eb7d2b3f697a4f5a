/** The message of what hostile values throw, which no error may quote. Not written in {@link fail}, whose text may be quoted. */
export const RAISED = "raised by the input";

function fail(): never {
  throw new RangeError(RAISED);
}

/** Every trap of a proxy, each of which throws. */
const TRAPS: ProxyHandler<object> = Object.fromEntries(Object.getOwnPropertyNames(Reflect).map((trap) => [trap, fail]));

function revoked(target: object): unknown {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

function cycle(): unknown {
  const value: Record<string, unknown> = {};
  Object.assign(value, { video: value, roomConfig: { agents: [value] }, self: value });
  return value;
}

/** An array of more holes than any loop should look at. */
function sparse(): unknown[] {
  const array: unknown[] = ["x"];
  array.length = 2 ** 32 - 1;
  return array;
}

class Point {
  x = 1;
}

class Thrower {
  get video(): never {
    return fail();
  }
}

/** Returns fresh values that throw when they are read, or are no plain data, by what they are. */
export function hostileValues(): Record<string, unknown> {
  return {
    null: null,
    "a symbol": Symbol("s"),
    "a bigint": 5n,
    "a function": fail,
    "a class": Point,
    NaN: Number.NaN,
    "a text of half a pair": "\ud800",
    "an instance": new Point(),
    "an instance with a getter that throws": new Thrower(),
    "a Map": new Map([["video", {}]]),
    "a Date": new Date(Number.NaN),
    "a promise": Promise.resolve({}),
    "a boxed text": new String("x"),
    "a detached buffer": detached(),
    "an object without a prototype": Object.assign(Object.create(null), { video: Object.create(null) }),
    "a getter that throws": Object.defineProperties({}, everyName({ get: fail, enumerable: true })),
    "a proxy whose traps throw": new Proxy({}, TRAPS),
    "an array proxy whose traps throw": new Proxy([], TRAPS),
    "a function proxy whose traps throw": new Proxy(() => {}, TRAPS),
    "a proxy whose getPrototypeOf throws": new Proxy({}, { getPrototypeOf: fail }),
    "a proxy whose ownKeys throws": new Proxy({}, { ownKeys: fail }),
    "a revoked proxy": revoked({}),
    "a revoked array proxy": revoked([]),
    "a cycle": cycle(),
    "an array of holes": sparse(),
    "an array that cannot be iterated": Object.assign([1], { [Symbol.iterator]: fail }),
    "a toJSON() that throws": { toJSON: fail },
    "a toJson() that throws": { toJson: fail },
    "a toJson() that returns itself": selfConverting(),
    "a toString() that throws": { toString: fail, valueOf: fail, [Symbol.toPrimitive]: fail },
    "a tag that throws": Object.defineProperty({}, Symbol.toStringTag, { get: fail }),
    "a then() that throws": { then: fail },
    "members named __proto__": JSON.parse('{"__proto__":{"roomAdmin":true},"video":{"__proto__":{"roomAdmin":true}}}'),
    "an object in 500 others": nested(500),
  };
}

const NAMES = [
  ...["video", "sub", "exp", "roomConfig", "sha256", "target", "clock", "profile", "name", "check", "leeway"],
  ...["serverUrl", "token", "mint", "cors", "origins", "authorize", "identity", "room", "roomName"],
];

function everyName(descriptor: PropertyDescriptor): PropertyDescriptorMap {
  return Object.fromEntries(NAMES.map((name) => [name, descriptor]));
}

function detached(): ArrayBuffer {
  const buffer = new ArrayBuffer(8);
  structuredClone(buffer, { transfer: [buffer] });
  return buffer;
}

function selfConverting(): unknown {
  const value = { toJson: () => value };
  return value;
}

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level++) value = level % 2 === 0 ? { video: value } : [value];
  return value;
}
