import { type Draft, MALFORMED } from "../draft.js";
import { BASE, HEADER, join, type Parts, sign } from "../token.js";
import type { Json } from "../vector.js";

interface Spelling {
  readonly id: string;
  readonly comment: string;
  readonly spell: (part: string) => string;
  /** Whether the last character must encode complete bytes, without spare bits. */
  readonly whole?: true;
}

/**
 * Spellings of a part that a lenient decoder decodes to the same bytes. Header and payload are signed in this
 * spelling, so that only their form is wrong.
 */
const SPELLINGS: readonly Spelling[] = [
  { id: "padded", comment: "with padding", spell: (part) => `${part}==` },
  { id: "spare-bits", comment: "with a last character whose spare bits are not zero", spell: spareBits },
  {
    id: "one-too-many",
    comment: "with an additional last character that encodes no byte",
    spell: (part) => `${part}A`,
    whole: true,
  },
  { id: "standard-alphabet", comment: "in the alphabet of plain base64 (+ and /)", spell: toStandard },
  { id: "space", comment: "with a space inside", spell: (part) => insert(part, " ") },
  { id: "line-break", comment: "with a line break inside", spell: (part) => insert(part, "\r\n") },
  { id: "tab", comment: "with a tab inside", spell: (part) => insert(part, "\t") },
  { id: "nul", comment: "with a NUL inside", spell: (part) => insert(part, "\0") },
  { id: "asterisk", comment: "with an asterisk inside", spell: (part) => insert(part, "*") },
  { id: "zero-width", comment: "with a zero-width space (U+200B) inside", spell: (part) => insert(part, "\u200b") },
  { id: "wide-letter", comment: "with a character whose low byte is the right letter, such as Ł for A", spell: widen },
  { id: "percent", comment: "with a percent-encoded letter", spell: percent },
];

/** A text whose base64url has a minus and an underscore, whatever text is before it. */
const DISTINCTIVE = "???>>>???>>>?>?>";

export function encodingDrafts(): Draft[] {
  return [
    ...SPELLINGS.map(({ id, comment, spell, whole }): Draft => {
      const header = distinctiveJson({ ...HEADER, kid: DISTINCTIVE }, whole);
      const token = (parts: Parts) => sign(spell(parts.header), parts.payload);
      return { ...encodingDraft(`header-${id}`, `a header ${comment}`), header, token };
    }),
    ...SPELLINGS.map(({ id, comment, spell, whole }): Draft => {
      const text = distinctiveJson({ ...BASE, sub: DISTINCTIVE }, whole);
      const token = (parts: Parts) => sign(parts.header, spell(parts.payload));
      return { ...encodingDraft(`payload-${id}`, `a payload ${comment}`), text, token };
    }),
    // The signature covers the original letters, to catch decoders that cut characters down to bytes before they hash.
    forgedDraft("header-wide-letter-only", "a header with a letter beyond ASCII", (parts) => ({
      header: widen(parts.header),
    })),
    forgedDraft("payload-wide-letter-only", "a payload with a letter beyond ASCII", (parts) => ({
      payload: widen(parts.payload),
    })),
    forgedDraft("leading-space", "a space before the token", ({ header }) => ({ header: ` ${header}` })),
    forgedDraft("leading-line-feed", "a line feed before the token", ({ header }) => ({ header: `\n${header}` })),
    forgedDraft("leading-mark", "a byte order mark before the token", ({ header }) => ({ header: `\ufeff${header}` })),
    forgedDraft("leading-quote", "the token in quotes", ({ header, signature }) => {
      return { header: `"${header}`, signature: `${signature}"` };
    }),
    { ...encodingDraft("empty-header", "nothing before the first dot"), token: ({ payload }) => sign("", payload) },
    { ...encodingDraft("empty-payload", "nothing between the dots"), token: ({ header }) => sign(header, "") },
    { ...encodingDraft("empty-parts", "two dots and nothing else"), token: () => ".." },
  ];
}

function encodingDraft(id: string, comment: string): Draft {
  return { id, comment, row: "encoding", fault: MALFORMED };
}

function forgedDraft(id: string, comment: string, change: (parts: Parts) => Partial<Parts>): Draft {
  return { ...encodingDraft(id, comment), flags: ["Forged"], token: (parts) => join({ ...parts, ...change(parts) }) };
}

/** Returns JSON, padded with white space to a length for which every spelling differs from the regular one. */
function distinctiveJson(part: Json, whole = false): string {
  const json = JSON.stringify(part);
  return json + " ".repeat((3 - (json.length % 3)) % 3) + (whole ? "" : " ");
}

export function toStandard(part: string): string {
  if (!part.includes("-") || !part.includes("_"))
    throw new Error(`${part} is the same in both alphabets; use a text with both - and _`);
  return part.replaceAll("-", "+").replaceAll("_", "/");
}

function percent(part: string): string {
  return `%${part.charCodeAt(0).toString(16)}${part.slice(1)}`;
}

function insert(part: string, text: string): string {
  const middle = Math.floor(part.length / 2);
  return part.slice(0, middle) + text + part.slice(middle);
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Sets the lowest bit of the last character. This bit belongs to no byte unless the length is a multiple of four. */
export function spareBits(part: string): string {
  if (part.length % 4 === 0)
    throw new Error("the last character has no spare bits; use a part whose length is not a multiple of four");
  return part.slice(0, -1) + ALPHABET[ALPHABET.indexOf(part.at(-1) ?? "") + 1];
}

/** Replaces the first character by the one 256 code points later. */
export function widen(part: string): string {
  return String.fromCharCode(part.charCodeAt(0) + 0x100) + part.slice(1);
}
