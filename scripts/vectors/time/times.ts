import { type Draft, type Fault, fault, invalidClaims } from "../draft.js";
import { BASE, CLOCK, EARLIER, LATER, rawPayload } from "../token.js";
import type { Json } from "../vector.js";

const EXPIRED = fault("EXPIRED");
const EARLY = fault("NOT_YET_VALID");

/** Returns vectors for the values of exp and nbf. Their wrong types are in types.ts. */
export function timeDrafts(): Draft[] {
  return [
    ...EXPIRIES.map(
      ([id, exp, comment]): Draft => ({ ...timeDraft("expiry", `exp-${id}`, comment), payload: { exp } }),
    ),
    ...PASSED.map(([id, exp, comment]): Draft => {
      return { ...timeDraft("expiry", `exp-${id}`, comment), payload: { exp }, fault: EXPIRED };
    }),
    ...STARTS.map(
      ([id, nbf, comment]): Draft => ({ ...timeDraft("not-before", `nbf-${id}`, comment), payload: { nbf } }),
    ),
    ...COMING.map(([id, nbf, comment]): Draft => {
      return { ...timeDraft("not-before", `nbf-${id}`, comment), payload: { nbf }, fault: EARLY };
    }),
    ...NEAR.map(nearClock),
    absent,
    ...INFINITE.map(infinite),
    ...NUMERIC_STRINGS.map(([row, name, value]): Draft => {
      const comment = `an ${name} that is a number in a string`;
      return { ...timeDraft(row, `${name}-numeric-string`, comment), payload: { [name]: value }, fault: wrong(name) };
    }),
  ];
}

function timeDraft(row: TimeRow, id: string, comment: string): Draft {
  return { id, comment, row };
}

const EXPIRIES: readonly [string, number, string][] = [
  ["later", LATER, "an exp in the year 2100"],
  ["fraction", LATER + 0.5, "an exp with a fraction"],
  ["milliseconds", LATER * 1000, "an exp in milliseconds, which is a valid time"],
  ["largest-exact", Number.MAX_SAFE_INTEGER, "the largest exp that every language represents exactly"],
  ["huge", 1e300, "an exp beyond every calendar"],
];

const PASSED: readonly [string, number, string][] = [
  ["long-ago", 946_684_800, "an exp in the year 2000"],
  ["zero", 0, "an exp of zero, which does not mean that there is none"],
  ["one", 1, "an exp of one second"],
  ["negative", -1, "an exp before 1970"],
  ["most-negative", -1e300, "an exp before every calendar"],
];

const STARTS: readonly [string, number | undefined, string][] = [
  ["absent", undefined, "no nbf"],
  ["zero", 0, "an nbf of zero"],
  ["negative", -1, "an nbf before 1970"],
  ["fraction", EARLIER + 0.5, "an nbf with a fraction"],
];

const COMING: readonly [string, number, string][] = [
  ["later", LATER - 1, "an nbf in the year 2099"],
  ["milliseconds", CLOCK * 1000, "an nbf of now in milliseconds, which is tens of thousands of years in the future"],
  ["huge", 1e300, "an nbf beyond every calendar"],
];

/** Times close to the clock, in seconds, for which the result depends on the clock and the leeway. */
const NEAR: readonly { name: "exp" | "nbf"; by: number; leeway: number; valid: boolean }[] = [
  { name: "exp", by: 1, leeway: 60, valid: true },
  { name: "exp", by: 0, leeway: 60, valid: true },
  { name: "exp", by: -59, leeway: 60, valid: true },
  { name: "exp", by: -59.5, leeway: 60, valid: true },
  { name: "exp", by: -60, leeway: 60, valid: false },
  { name: "exp", by: -61, leeway: 60, valid: false },
  { name: "exp", by: 1, leeway: 0, valid: true },
  { name: "exp", by: 0, leeway: 0, valid: false },
  { name: "exp", by: -1, leeway: 0, valid: false },
  { name: "exp", by: -9, leeway: 10, valid: true },
  { name: "exp", by: -10, leeway: 10, valid: false },
  { name: "nbf", by: 0, leeway: 60, valid: true },
  { name: "nbf", by: 59, leeway: 60, valid: true },
  { name: "nbf", by: 60, leeway: 60, valid: true },
  { name: "nbf", by: 60.5, leeway: 60, valid: false },
  { name: "nbf", by: 61, leeway: 60, valid: false },
  { name: "nbf", by: 0, leeway: 0, valid: true },
  { name: "nbf", by: 1, leeway: 0, valid: false },
  { name: "nbf", by: 10, leeway: 10, valid: true },
  { name: "nbf", by: 11, leeway: 10, valid: false },
];

function nearClock({ name, by, leeway, valid }: (typeof NEAR)[number]): Draft {
  const away = `${Math.abs(by)} s ${by < 0 ? "before" : "after"} the clock`;
  const sign = by < 0 ? "minus" : "plus";
  const draft: Draft = {
    id: `${name}-clock-${sign}-${String(Math.abs(by)).replace(".", "-")}-leeway-${leeway}`,
    comment: `an ${name} ${by === 0 ? "of the clock" : away}, with ${leeway} s of leeway`,
    row: name === "exp" ? "expiry" : "not-before",
    flags: ["NeedsClock"],
    payload: { [name]: CLOCK + by },
    verifier: { leeway },
  };
  return valid ? draft : { ...draft, fault: name === "exp" ? EXPIRED : EARLY };
}

const absent: Draft = {
  id: "exp-absent",
  comment: "no exp",
  row: "expiry",
  payload: { exp: undefined },
  fault: invalidClaims("/exp"),
  unverified: "valid",
};

type TimeRow = "expiry" | "not-before" | "informative";

const INFINITE: readonly [TimeRow, string, "infinite" | "negative-infinite"][] = [
  ["expiry", "exp", "infinite"],
  ["expiry", "exp", "negative-infinite"],
  ["not-before", "nbf", "infinite"],
  ["not-before", "nbf", "negative-infinite"],
  ["informative", "iat", "infinite"],
];

function infinite([row, name, sign]: (typeof INFINITE)[number]): Draft {
  const base: Json = { ...BASE, [name]: undefined };
  const [number, size] = sign === "infinite" ? ["1e400", "larger"] : ["-1e400", "smaller"];
  const comment = `an ${name} that is ${size} than any double, which many parsers read as infinity`;
  return {
    id: `${name}-${sign}`,
    comment,
    row,
    text: rawPayload(`"${name}":${number}`, base),
    fault: wrong(name),
  };
}

const NUMERIC_STRINGS: readonly [TimeRow, string, string][] = [
  ["expiry", "exp", String(LATER)],
  ["not-before", "nbf", String(EARLIER)],
  ["informative", "iat", String(EARLIER)],
];

function wrong(name: string): Fault {
  return invalidClaims(`/${name}`);
}
