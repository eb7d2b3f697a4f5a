import { type Draft, fault } from "../draft.js";
import { EARLIER, KEY, LATER } from "../token.js";
import type { Json } from "../vector.js";

/** Returns vectors for the registered claims of RFC 7519 other than the times. */
export function registeredDrafts(): Draft[] {
  return [
    ...AUDIENCES.map(([id, comment, aud]): Draft => {
      return {
        id: `aud-${id}`,
        comment: `an aud that is ${comment}`,
        row: "audience",
        payload: { aud },
        fault: fault("INVALID_AUDIENCE"),
      };
    }),
    ...INFORMATIVE.map(([id, comment, payload]): Draft => ({ id, comment, row: "informative", payload })),
  ];
}

const AUDIENCES: readonly [string, string, unknown][] = [
  ["string", "a string", "livekit"],
  ["key", "the API key", KEY],
  ["array", "a list", ["livekit"]],
  ["empty-string", "empty", ""],
  ["empty-array", "an empty list", []],
  ["null", "null", null],
  ["number", "a number", 1],
  ["boolean", "false", false],
  ["object", "an empty object", {}],
];

const INFORMATIVE: readonly [string, string, Json][] = [
  ["iat-past", "an iat in the past", { iat: EARLIER }],
  ["iat-future", "an iat in the future, which is not compared with the clock", { iat: LATER }],
  ["iat-zero", "an iat of zero", { iat: 0 }],
  ["iat-negative", "an iat before 1970", { iat: -1 }],
  ["iat-fraction", "an iat with a fraction", { iat: EARLIER + 0.25 }],
  ["iat-huge", "an iat beyond every calendar", { iat: 1e300 }],
  ["jti", "a jti", { jti: "0b7e1f" }],
  ["jti-empty", "an empty jti", { jti: "" }],
];
