import { describe, expect, it } from "vitest";
import { AccessToken, AccessTokenError } from "../../../src/index.js";
import { KEY, SECRET } from "../../support/tokens.js";

const token = AccessToken.withApiKey(KEY, SECRET).withIdentity("alice");

describe("the promise of a token", () => {
  it.each<[string, (promise: Promise<string>) => unknown]>([
    ["JSON", (promise) => JSON.stringify({ token: promise })],
    ["JSON, deep inside", (promise) => JSON.stringify([{ a: { b: [promise] } }])],
    ["a template", (promise) => `${promise}`],
    ["a text by its methods", (promise) => promise.toString()],
    ["a localized text", (promise) => promise.toLocaleString()],
    ["a text by a list", (promise) => [promise].join()],
    ["a number", (promise) => Number(promise)],
    ["String()", (promise) => String(promise)],
    ["a sum of texts", (promise) => `token=${promise as unknown as string}`],
    ["a header", (promise) => new Headers({ authorization: promise as unknown as string })],
    ["a query", (promise) => new URLSearchParams({ token: promise as unknown as string })],
    ["a response", (promise) => Response.json({ token: promise })],
  ])("throws an error when %s is made of it", async (_, use) => {
    const promise = token.toJwt();
    expect(() => use(promise)).toThrow("the token is a promise; await it: await token.toJwt()");
    try {
      use(promise);
    } catch (error) {
      expect(AccessTokenError.is(error) && error.code).toBe("INVALID_ARGUMENT");
    }
    expect(await promise).toMatch(/^eyJ/);
  });

  it("is a promise in all other respects", async () => {
    const promise = token.toJwt();
    expect(promise).toBeInstanceOf(Promise);
    expect(Reflect.ownKeys(promise)).toEqual([]);
    expect(JSON.stringify(promise.then(() => 1))).toBe("{}");
    expect(await Promise.all([promise, Promise.resolve(promise)])).toEqual([await promise, await promise]);
    expect(Promise.resolve(promise)).toBe(promise);
  });
});
