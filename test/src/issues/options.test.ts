import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { AccessTokenError } from "../../../src/index.js";
import {
  ANYTHING,
  attempt,
  BOOLEAN,
  CLOCK,
  NOT_NEGATIVE,
  OBJECT,
  oneOf,
  readOptions,
} from "../../../src/issues/options.js";

const RULES = {
  any: ANYTHING,
  object: OBJECT,
  boolean: BOOLEAN,
  clock: CLOCK,
  number: NOT_NEGATIVE,
  word: oneOf("a", "b"),
};
const read = (given: unknown) => readOptions<Record<keyof typeof RULES, unknown>>("call", given, RULES);
const invalid = (message: string) => new AccessTokenError("INVALID_ARGUMENT", message);

describe("options", () => {
  it("are copied when they are set", () => {
    const given = { any: null, object: {}, boolean: false, clock: Date.now, number: 0, word: "b" };
    expect(read(given)).toEqual(given);
    expect(read({ boolean: undefined })).toEqual({});
    expect(Object.keys(read({ boolean: undefined }))).toEqual([]);
    expect(read(undefined)).toEqual({});
  });

  it.each<[object, string]>([
    [{ object: [] }, "object of call must be an object; got an array"],
    [{ boolean: 1 }, "boolean of call must be true or false; got a number"],
    [{ clock: 5 }, "clock of call must be a function that returns the milliseconds since 1970; got a number"],
    [{ number: -1 }, "number of call must be a number that is not negative; got a number"],
    [{ number: "1" }, "number of call must be a number that is not negative; got a string"],
    [{ word: "c" }, 'word of call must be "a" or "b"; got a string'],
    [{ word: null }, 'word of call must be "a" or "b"; got null'],
  ])("are refused: %j", (given, message) => {
    expect(() => read(given)).toThrow(invalid(`the option ${message}`));
  });

  it.each<[unknown, string]>([
    ["text", "a string"],
    [null, "null"],
    [[], "an array"],
    [new Map([["number", 0]]), "an instance of Map"],
    [Promise.resolve({ number: 0 }), "an instance of Promise"],
    [
      new (class Config {
        number = 0;
      })(),
      "an instance of Config",
    ],
    [Object.create({ number: 0 }), "an object"],
  ])("are refused when they are no plain object, whose options would be ignored: %o", (given, got) => {
    expect(() => read(given)).toThrow(invalid(`the options of call must be a plain object; got ${got}`));
  });

  it("may be of another realm, or without a prototype", () => {
    expect(read(runInNewContext("({ number: 0 })"))).toEqual({ number: 0 });
    expect(read(Object.assign(Object.create(null), { number: 0 }))).toEqual({ number: 0 });
  });

  it("are refused when they are not known", () => {
    expect(() => read({ bolean: true })).toThrow(invalid('call has no option "bolean"; did you mean "boolean"?'));
    const others = "its options are any, object, boolean, clock, number, word";
    expect(() => read({ zzz: 1 })).toThrow(invalid(`call has no option "zzz"; ${others}`));
  });

  it("are refused when they throw", () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const message = "the options of call cannot be read: a getter or proxy threw an error; pass plain data";
    expect(() => read(proxy)).toThrow(invalid(message));
  });
});

it("an error of this library passes through an attempt", () => {
  const error = new AccessTokenError("EXPIRED", "late");
  const failing = () => {
    throw error;
  };
  expect(() => attempt("it", failing)).toThrow(error);
  expect(attempt("it", () => 5)).toBe(5);
});
