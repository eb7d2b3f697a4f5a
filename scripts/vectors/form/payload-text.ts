import { Buffer } from "node:buffer";
import { type Draft, MALFORMED } from "../draft.js";
import { BASE, EARLIER, KEY, LATER } from "../token.js";

const TEXT = JSON.stringify(BASE);
const bytes = (before: string, middle: readonly number[], after: string): Uint8Array =>
  Buffer.concat([Buffer.from(before), Buffer.from(middle), Buffer.from(after)]);

/** Returns the base payload with bytes in place of its sub. */
const subOf = (...middle: readonly number[]): Uint8Array => {
  const [before = "", after = ""] = TEXT.split(String(BASE.sub));
  return bytes(before, middle, after);
};

/** Returns vectors for the text of the payload: UTF-8, JSON, an object. All have a valid signature. */
export function payloadTextDrafts(): Draft[] {
  return [
    ...NO_UTF8.map(([id, comment, text]) => refused(`utf8-${id}`, `a payload that is not UTF-8: ${comment}`, text)),
    ...NO_JSON.map(([id, comment, text]) => refused(`json-${id}`, `a payload that is not JSON: ${comment}`, text)),
    ...NO_OBJECT.map(([id, comment, text]) =>
      refused(`value-${id}`, `a payload that is not a JSON object: ${comment}`, text),
    ),
    ...SPELLINGS.map(([id, comment, text]): Draft => {
      return { id: `spelling-${id}`, comment: `a JSON object with ${comment}`, row: "encoding", text };
    }),
  ];
}

function refused(id: string, comment: string, text: string | Uint8Array): Draft {
  return { id: `payload-${id}`, comment, row: "encoding", text, fault: MALFORMED };
}

const NO_UTF8: readonly [string, string, Uint8Array][] = [
  ["stray-byte", "a byte that never occurs (FF)", subOf(0xff)],
  ["stray-continuation", "a continuation without a start (80)", subOf(0x80)],
  ["latin-1", "a letter of Latin-1 (E9)", subOf(0xe9)],
  ["truncated", "a character of three bytes without the last (E2 82)", subOf(0xe2, 0x82)],
  ["overlong", "a letter in two bytes (C1 A1)", subOf(0xc1, 0xa1)],
  ["surrogate", "an encoded surrogate (ED A0 80)", subOf(0xed, 0xa0, 0x80)],
  ["too-high", "a character beyond U+10FFFF (F4 90 80 80)", subOf(0xf4, 0x90, 0x80, 0x80)],
  ["utf-16", "UTF-16", Buffer.from(TEXT, "utf16le")],
];

const NO_JSON: readonly [string, string, string | Uint8Array][] = [
  ["byte-order-mark", "a byte order mark at the start", bytes("", [0xef, 0xbb, 0xbf], TEXT)],
  ["empty-text", "a single space", " "],
  ["word", "a word", "payload"],
  ["truncated", "cut short", TEXT.slice(0, -1)],
  ["trailing-word", "a word at the end", `${TEXT}x`],
  ["trailing-nul", "a NUL at the end", `${TEXT}\0`],
  ["two-objects", "two objects", TEXT + TEXT],
  ["trailing-comma", "a comma before the closing brace", `${TEXT.slice(0, -1)},}`],
  ["comment", "a comment", `${TEXT}/* all of them */`],
  ["single-quotes", "single quotes", TEXT.replaceAll('"', "'")],
  ["bare-names", "names without quotes", TEXT.replaceAll(/"(\w+)":/g, "$1:")],
  ["raw-control", "a line break in a string", TEXT.replace("alice", "ali\nce")],
  ["bad-escape", "an invalid escape", TEXT.replace("alice", "\\alice")],
  ["nan", "NaN as a number", TEXT.replace(String(EARLIER), "NaN")],
  ["infinity", "Infinity as a number", TEXT.replace(String(LATER), "Infinity")],
  ["leading-zero", "a number with a leading zero", TEXT.replace(String(LATER), `0${LATER}`)],
  ["hexadecimal", "a number in hexadecimal", TEXT.replace(String(LATER), `0x${LATER.toString(16)}`)],
  ["no-break-space", "a no-break space, which is no white space in JSON, in front", `\u00a0${TEXT}`],
  ["base64", "encoded twice", Buffer.from(TEXT).toString("base64url")],
  ["form", "a query string", `iss=${KEY}&exp=${LATER}`],
];

const NO_OBJECT: readonly [string, string, string][] = [
  ["null", "null", "null"],
  ["boolean", "true", "true"],
  ["number", "a number", "1"],
  ["string", "a string", '"payload"'],
  ["string-of-json", "a string that holds the object's JSON", JSON.stringify(TEXT)],
  ["empty-array", "an empty array", "[]"],
  ["array", "an array with the object in it", `[${TEXT}]`],
];

const SPELLINGS: readonly [string, string, string][] = [
  ["white-space", "white space between its parts", ` ${JSON.stringify(BASE, null, "\t")}\r\n`],
  ["escaped-names", "escapes in names and strings", TEXT.replace('"sub":"alice"', '"\\u0073ub":"\\u0061l\\u0069ce"')],
  ["escaped-slash", "an escaped slash", TEXT.replace("alice", "ali\\/ce")],
  [
    "exponent",
    "a time with a fraction of zero and one with an exponent",
    JSON.stringify(BASE).replace(String(LATER), "4.1024448e9").replace(String(EARLIER), `${EARLIER}.0`),
  ],
];
