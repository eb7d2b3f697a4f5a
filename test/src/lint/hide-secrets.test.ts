import { expect, it } from "vitest";
import { hideSecrets } from "../../../src/lint/hide-secrets.js";

const HIDDEN = "(an API secret, not printed)";
const LONG = 'long"secret';

it.each<[string, readonly string[], unknown, unknown]>([
  ["as a whole", ["short"], "short", HIDDEN],
  ["but not as a part when it is short", ["1234567"], "a 1234567", "a 1234567"],
  ["as each part when it is long", ["12345678"], "a 12345678, 12345678", `a ${HIDDEN}, ${HIDDEN}`],
  ["as JSON", [LONG], JSON.stringify({ a: LONG }), `{"a":"${HIDDEN}"}`],
  [
    "in members, elements and names",
    [LONG],
    { a: [LONG], [LONG]: { b: LONG } },
    { a: [HIDDEN], [HIDDEN]: { b: HIDDEN } },
  ],
  ["the longest first", ["12345678", "x12345678y"], "x12345678y", HIDDEN],
  ["in longer texts, the longest first", ["12345678", "x12345678y"], "a x12345678y", `a ${HIDDEN}`],
  ["but not when it is empty", ["", LONG], "", ""],
  ["and nothing else", [LONG], { a: 5, b: null, c: true }, { a: 5, b: null, c: true }],
])("a secret is hidden %s", (_, secrets, value, expected) => {
  expect(hideSecrets(secrets)(value)).toEqual(expected);
});

it("a value is the same without secrets", () => {
  const value = { a: [""] };
  for (const secrets of [[], [""]]) expect(hideSecrets(secrets)(value)).toBe(value);
});

it("secrets are hidden at a hundred levels", () => {
  const nested = (depth: number, inner: unknown): unknown => (depth === 0 ? inner : [nested(depth - 1, inner)]);
  expect(hideSecrets([LONG])(nested(100, LONG))).toEqual(nested(100, HIDDEN));
});
