import * as fc from "fast-check";
import { forge, NOW, payload } from "../../support/tokens.js";
import { layer } from "../layer.js";
import { expectAcceptedByOthers } from "../oracles.js";

/** Times around the bounds, times far away, and values that are not times. */
const times = fc.oneof(
  fc.integer({ min: NOW - 62, max: NOW + 62 }),
  fc.constantFrom<unknown>(0, -1, 1e300, -1e300, NOW * 1000, 2 ** 53, null, "0", String(NOW + 600), true, [], {}, [
    NOW + 600,
  ]),
  fc.double({ min: NOW - 62, max: NOW + 62, noNaN: true }).map((time) => Math.round(time * 4) / 4),
);

/** Tokens with `exp`, `nbf` and `iat` of any kind, verified at times around the bounds. */
export const time = layer(
  "time",
  fc
    .record({
      members: fc.record({ exp: times, nbf: times, iat: times }, { requiredKeys: [] }),
      without: fc.subarray(["exp", "nbf"], { maxLength: 1 }),
      ahead: fc.integer({ min: -130, max: 130 }),
    })
    .map(({ members, without, ahead }) => {
      const claims = Object.entries(payload(members)).filter(([name]) => !(without as string[]).includes(name));
      return { token: forge(Object.fromEntries(claims)), now: NOW + ahead };
    }),
  expectAcceptedByOthers,
);
