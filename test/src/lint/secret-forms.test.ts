import { describe, expect, it } from "vitest";
import { readableForms, secretForms } from "../../../src/lint/secret-forms.js";

const SAME = "Use the same secret at the server and where tokens are minted";
const TRIM = `${SAME}: trim it where it is read, and write files with printf, not with echo.`;
const UNQUOTE = `${SAME}: without quotes, which \`docker --env-file\` and YAML in quotes keep.`;
const ENCODING = `${SAME}: as the text that the server has, neither encoded nor decoded.`;
const NAME = `${SAME}: only what follows the name and its sign.`;
const MISSING = "Read the secret before minting, and refuse to mint while it is missing.";
const SPLIT = "Split the line at its first = only.";
const QUOTE = "Write it in single quotes where it is set.";

type Row = readonly [key: string | Uint8Array, what: string, fix: string];

const formsOf = (secret: string, apiKey?: string): Row[] =>
  secretForms(secret, apiKey).map(({ key, what, fix }) => [
    typeof key === "string" ? key : Uint8Array.from(key),
    what,
    fix,
  ]);

/** All forms of a secret that none of the other cases applies to. */
const FORMS: readonly Row[] = [
  ["kT5x+Q9/aZ0=\n", "the secret and a line feed at its end", TRIM],
  ["kT5x+Q9/aZ0=\r\n", "the secret and a carriage return and a line feed at its end", TRIM],
  ["kT5x+Q9/aZ0=\r", "the secret and a carriage return at its end", TRIM],
  ["kT5x+Q9/aZ0= ", "the secret and a space at its end", TRIM],
  ["kT5x+Q9/aZ0=\t", "the secret and a tab at its end", TRIM],
  ["kT5x+Q9/aZ0=\\n", "the secret and a backslash and an n at its end", TRIM],
  ["kT5x+Q9/aZ0=\u0000", "the secret and a zero byte at its end", TRIM],
  [" kT5x+Q9/aZ0=", "the secret and a space before it", TRIM],
  ['"kT5x+Q9/aZ0="', 'the secret in quotes (")', UNQUOTE],
  ["'kT5x+Q9/aZ0='", "the secret in quotes (')", UNQUOTE],
  ["`kT5x+Q9/aZ0=`", "the secret in quotes (`)", UNQUOTE],
  ["\ufeffkT5x+Q9/aZ0=", "the secret and a byte order mark before it", TRIM],
  [
    "kT5x+Q9/aZ0=kT5x+Q9/aZ0=",
    "the secret twice in a row",
    "Use the same secret at the server and where tokens are minted: it was pasted twice.",
  ],
  [Uint8Array.of(145, 62, 113, 249, 15, 127, 105, 157), "the secret decoded from base64", ENCODING],
  ["a1Q1eCtROS9hWjA9", "the secret encoded in base64", ENCODING],
  ["a1Q1eCtROS9hWjA9Cg==", "the secret and a line feed, encoded in base64", ENCODING],
  ["a1Q1eCtROS9hWjA9Cg", "the secret and a line feed, encoded in base64", ENCODING],
  ["6b5435782b51392f615a303d", "the secret encoded in hexadecimal", ENCODING],
  ["kT5x%2BQ9%2FaZ0%3D", "the secret encoded for URLs", ENCODING],
  ["kT5x Q9/aZ0=", "the secret with its plus signs read as spaces, as in a form", ENCODING],
  ["kt5x+q9/az0=", "the secret in lower case", ENCODING],
  ["KT5X+Q9/AZ0=", "the secret in upper case", ENCODING],
  ["kT5x+Q9/aZ0", "the secret without the = at its end", SPLIT],
  ["kT5x+Q9/aZ0", "the secret up to its first =", SPLIT],
  [
    "key",
    "the API key in the place of the secret",
    "Sign with the secret: key and secret are swapped, or the key is given twice.",
  ],
  ["", "an empty text instead of a secret", MISSING],
  ["undefined", 'the text "undefined" of a missing value', MISSING],
  ["null", 'the text "null" of a missing value', MISSING],
  ["None", 'the text "None" of a missing value', MISSING],
  [
    "secret",
    '"secret", the secret of `livekit-server --dev`',
    "Mint with the secret of the server that the token is for.",
  ],
];

describe("the forms of a secret", () => {
  it("are in the order of their likelihood, with a fix for each", () => {
    expect(formsOf("kT5x+Q9/aZ0=", "key")).toEqual(FORMS);
  });

  it("have the API key only if it is known", () => {
    expect(formsOf("kT5x+Q9/aZ0=")).toEqual(FORMS.filter(([key]) => key !== "key"));
  });

  it.each<[string, string | Uint8Array, string, string]>([
    ["\ufeffabc", "abc", "the secret without the byte order mark before it", TRIM],
    [" abc\n", "abc", "the secret without the white space around it", TRIM],
    ['"abc"', "abc", "the secret without the quotes around it", UNQUOTE],
    [" 'abc'\n", "abc", "the secret without the quotes around it", UNQUOTE],
    ["`a\nb`", "a\nb", "the secret without the quotes around it", UNQUOTE],
    ["LIVEKIT.API-SECRET  = 'abc'", "abc", "what follows the name in the secret", NAME],
    ["key: abc", "abc", "what follows the name in the secret", NAME],
    ["key:abc", "abc", "what follows the name in the secret", NAME],
    ["YWJjCg==", "abc", "the secret decoded from base64 and trimmed", ENCODING],
    ["-_-_", Uint8Array.of(251, 255, 191), "the secret decoded from base64", ENCODING],
    ["~~~?", "fn5+Pw==", "the secret encoded in base64", ENCODING],
    ["~~~?", "fn5+Pw", "the secret encoded in base64", ENCODING],
    ["~~~?", "fn5-Pw==", "the secret encoded in base64", ENCODING],
    ["~~~?", "fn5-Pw", "the secret encoded in base64", ENCODING],
    ["00fF", Uint8Array.of(0, 255), "the secret decoded from hexadecimal", ENCODING],
    ["\n", "0a", "the secret encoded in hexadecimal", ENCODING],
    ["a%20b", "a b", "the secret with its URL encoding decoded", ENCODING],
    ["a+b+c", "a b c", "the secret with its plus signs read as spaces, as in a form", ENCODING],
    ["abc==", "abc", "the secret without the = at its end", SPLIT],
    ["a=b=c", "a", "the secret up to its first =", SPLIT],
    ["ab #cd", "ab", "the secret up to its #, where a comment starts", QUOTE],
    ["ab$cd$e", "ab", "the secret up to its $, where a variable starts", QUOTE],
    ["ab,cd,e", "ab", "the secret up to its first comma", "Keep commas of the secret where lists are read."],
  ])("of %j have %j: %s", (secret, ...form) => {
    expect(formsOf(secret)).toContainEqual(form);
  });

  it.each<[string, string]>([
    ["a=b=c", "the secret without the = at its end"],
    ["00ff0", "the secret decoded from hexadecimal"],
    ["x00ff", "the secret decoded from hexadecimal"],
    ["00ffx", "the secret decoded from hexadecimal"],
    ["a%2", "the secret with its URL encoding decoded"],
    ["é", "the secret decoded from base64"],
    ["#abc", "the secret up to its #, where a comment starts"],
    [`"abc'`, "the secret without the quotes around it"],
    ['x"abc"', "the secret without the quotes around it"],
    ["\ud800", "the secret encoded for URLs"],
    ["abc", "the secret in lower case"],
  ])("of %j do not have one: %s", (secret, what) => {
    expect(formsOf(secret).map(([, words]) => words)).not.toContain(what);
  });
});

it.each([
  ["abc", ["abc"]],
  ["\ufeffabc", ["\ufeffabc", "abc"]],
  [' "abc"\n', [' "abc"\n', '"abc"', "abc"]],
  ["name=abc", ["name=abc", "abc"]],
])("whoever reads %j reads %j", (secret, forms) => {
  expect([...new Set(readableForms(secret))]).toEqual(forms);
});
