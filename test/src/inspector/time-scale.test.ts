import * as fc from "fast-check";
import { expect, it } from "vitest";
import { timeScale } from "../../../src/inspector/time-scale.js";

const NOW = 1_767_225_600;

it("puts the times and now on a line in their order", () => {
  const scale = timeScale({ iat: NOW - 100, nbf: NOW - 100, exp: NOW + 100 }, NOW);
  expect(scale?.marks.map(({ name }) => name)).toEqual(["iat", "nbf", "exp", "now"]);
  const [iat = 0, nbf = 0, exp = 0, now = 0] = scale?.marks.map(({ at }) => at) ?? [];
  expect([iat, now, scale?.valid]).toEqual([nbf, 0.5, [nbf, exp]]);
});

it("leaves out a time of 0, and what is no time", () => {
  expect(timeScale({ nbf: 0, exp: NOW, iat: "soon" }, NOW)).toMatchObject({
    marks: [{ name: "exp" }, { name: "now" }],
    valid: [0, 0.5],
  });
  expect(timeScale({ nbf: 0 }, NOW)).toBeUndefined();
  expect(timeScale(null, NOW)).toBeUndefined();
});

it("keeps every mark on the line", () => {
  fc.assert(
    fc.property(fc.record({ iat: fc.double(), nbf: fc.double(), exp: fc.double() }), (payload) => {
      for (const { at } of timeScale(payload, NOW)?.marks ?? []) {
        expect(at).toBeGreaterThanOrEqual(0);
        expect(at).toBeLessThanOrEqual(1);
      }
    }),
  );
});
