import * as fc from "fast-check";
import { expect, it } from "vitest";
import type { Claims } from "../../../generated/types.js";
import { buildClaims } from "../../../src/claims/build.js";
import { decodeClaims, decodeIssues } from "../../../src/claims/decode.js";
import type { AccessTokenError } from "../../../src/issues/error.js";
import { limitIssues } from "../../../src/issues/issue.js";
import { isObject } from "../../../src/json/is-object.js";
import { payloads } from "../../support/arbitrary-tokens.js";
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

it("reads each payload as normalizing, validating and building it do, whatever needs no copy", () => {
  fc.assert(
    fc.property(payloads, (text) => {
      const copy = JSON.parse(text);
      fc.pre(isObject(copy));
      const issues = limitIssues(decodeIssues(copy));
      const expected = issues.length > 0 ? issues : JSON.stringify(buildClaims(copy as unknown as Claims));
      expect(decoded(text)).toEqual(expected);
    }),
  );
});

function decoded(text: string): unknown {
  try {
    return JSON.stringify(decodeClaims(JSON.parse(text), new TextEncoder().encode(text)));
  } catch (error) {
    return (error as AccessTokenError).issues;
  }
}

it("finds a lone surrogate in a room configuration that is canonical otherwise", async () => {
  const faults = ["/roomConfig/tags/a unicode"];
  expect(await faultsOf(forge(payload({ roomConfig: { tags: { a: "\ud800" } } })))).toEqual(faults);
});
