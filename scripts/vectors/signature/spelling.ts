import { type Draft, MALFORMED } from "../draft.js";
import { spareBits, toStandard, widen } from "../form/encoding.js";
import { join, type Parts } from "../token.js";

/**
 * Returns vectors for signatures that are not canonical base64url of 32 bytes, although a lenient decoder may accept
 * them.
 */
export function signatureSpellingDrafts(): Draft[] {
  return CHANGES.map(([id, comment, change]): Draft => {
    const token = (parts: Parts) => join({ ...parts, signature: change(parts.signature) });
    // Only a signature with both special characters differs between the alphabets.
    const payload = id === "standard-alphabet" ? { sub: "alice-1" } : {};
    const draft = { id, comment: `a signature ${comment}`, payload, token, fault: MALFORMED };
    // White space at the end surrounds the whole token, which is checked without verifying, too.
    return AROUND.has(id) ? { ...draft, row: "parts" } : { ...draft, row: "signature-form", unverified: "valid" };
  });
}

const AROUND = new Set(["trailing-space", "trailing-line-feed", "trailing-line-break"]);

const bytes = (signature: string): Buffer => Buffer.from(signature, "base64url");

const CHANGES: readonly [string, string, (signature: string) => string][] = [
  ["empty", "of no characters", () => ""],
  ["word", "that is a word", () => "wrongsignature"],
  ["padded", "with padding", (signature) => `${signature}=`],
  ["padded-twice", "with too much padding", (signature) => `${signature}==`],
  ["spare-bits", "whose last character has spare bits that are not zero", spareBits],
  ["one-character-more", "with one more character", (signature) => `${signature}A`],
  ["one-character-less", "without its last character", (signature) => signature.slice(0, -1)],
  [
    "one-byte-more",
    "of 33 bytes",
    (signature) => Buffer.concat([bytes(signature), Buffer.alloc(1)]).toString("base64url"),
  ],
  ["one-byte-less", "of 31 bytes", (signature) => bytes(signature).subarray(0, 31).toString("base64url")],
  ["half", "of the first 16 bytes", (signature) => bytes(signature).subarray(0, 16).toString("base64url")],
  ["one-byte", "of the first byte", (signature) => bytes(signature).subarray(0, 1).toString("base64url")],
  ["twice", "written twice", (signature) => signature + signature],
  ["hexadecimal", "in hexadecimal", (signature) => bytes(signature).toString("hex")],
  ["standard-alphabet", "in the alphabet of plain base64 (+ and /)", toStandard],
  ["leading-space", "after a space", (signature) => ` ${signature}`],
  ["trailing-space", "before a space", (signature) => `${signature} `],
  ["trailing-line-feed", "before a line feed", (signature) => `${signature}\n`],
  ["trailing-line-break", "before a carriage return and a line feed", (signature) => `${signature}\r\n`],
  ["trailing-nul", "before a NUL", (signature) => `${signature}\0`],
  ["inner-space", "with a space inside", (signature) => `${signature.slice(0, 20)} ${signature.slice(20)}`],
  ["asterisk", "with an asterisk inside", (signature) => `${signature.slice(0, 20)}*${signature.slice(20)}`],
  ["comma", "and another one after a comma", (signature) => `${signature},${signature}`],
  ["wide-letter", "with a character whose low byte is the right letter, such as Ł for A", widen],
  ["percent", "with percent-encoded padding", (signature) => `${signature}%3D`],
];
