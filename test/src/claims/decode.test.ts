import { expect, it } from "vitest";
import { claimsOf, faultsOf, faultsOfVerify, messages } from "../../support/readers.js";
import { forge, KEY, payload } from "../../support/tokens.js";

// generated/vectors has the claims that are accepted and rejected: see test/src/index.vectors.test.ts.

it("reports every fault at once, with its keyword", async () => {
  const members = { iss: KEY, sub: 5, nbf: "now", video: { room: 1, roomJoin: 2 }, attributes: { a: 1 } };
  const faults = ["/nbf type", "/sub type", "/video/roomJoin type", "/video/room type", "/attributes/a type"];
  expect((await faultsOf(forge({ ...payload(), ...members }))).sort()).toEqual([...faults].sort());
  expect((await faultsOfVerify(forge(members))).sort()).toEqual(["/exp required", ...faults].sort());
});

it("names the expected and the actual type of iss, as of other claims", async () => {
  const message = "the token's claims are invalid: /iss must be a string; got null";
  expect(await messages(forge(payload({ iss: null })))).toEqual([message, message, message]);
});

it("reads attributes into a plain object, whatever their names", async () => {
  const attributes = JSON.parse('{"a":"1","":"2","__proto__":"3","constructor":"4","toString":"5","a/b":"6"}');
  const read = (await claimsOf(forge(payload({ attributes })))).attributes;
  expect(Object.entries(read)).toEqual(Object.entries(attributes));
  expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
});
