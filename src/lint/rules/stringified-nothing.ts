import { getOwnAt } from "../../json/own.js";
import type { Path } from "../../json/path.js";
import { type Draft, draft } from "../finding.js";
import type { Content } from "../reading.js";

/** Texts of a missing value in JavaScript, Python, Ruby and Go. */
const NOTHINGS: readonly string[] = [
  "undefined",
  "null",
  "NaN",
  "[object Object]",
  "[object Promise]",
  "None",
  "nil",
  "<nil>",
  "%!s(<nil>)",
];

const VISIBLE = /[!-~]/;

/** White space, and characters without width. */
const BLANK = /^[\s\p{Default_Ignorable_Code_Point}]+$/u;

/** Finds identities and rooms that are the text of a missing value, or blank. Empty ones are other findings. */
export function stringifiedNothing({ payload }: Content): Draft[] {
  // The server takes the token's id for the identity when sub is empty.
  const identity = getOwnAt(payload, ["sub"]) ? "sub" : "jti";
  const pushed =
    "everybody with this identity is the same participant, and whoever joins with it disconnects the one before";
  const met = "everybody with this value shares one room";
  const places: readonly (readonly [path: Path, consequence: string])[] = [
    [[identity], pushed],
    [["video", "room"], met],
    [["video", "destinationRoom"], met],
  ];
  return places.flatMap(([path, consequence]) => {
    const what = nothingIn(getOwnAt(payload, path));
    return what === undefined ? [] : [draft("stringified-nothing", path, `${what}: ${consequence}`)];
  });
}

function nothingIn(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  // The first test is quick, and decides for all names that people use.
  if (!VISIBLE.test(value) && BLANK.test(value)) return "is blank";
  return NOTHINGS.includes(value) ? `is the text ${JSON.stringify(value)} of a missing value` : undefined;
}
