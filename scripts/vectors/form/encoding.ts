import { type Draft, MALFORMED } from "../draft.js";
import { BASE, HEADER, join, type Parts, sign } from "../token.js";
import type { Json } from "../vector.js";

interface Spelling {
  readonly id: string;
  readonly comment: string;
  readonly spell: (part: string) => string;
  /** Whether the last character has to be one that stands for whole bytes. */
  readonly whole?: true;
}

/**
 * Spellings of a part that a lenient decoder takes for the same bytes. Header and payload are signed as they stand, so
 * that nothing but their form is wrong.
 */
const SPELLINGS: readonly Spelling[] = [
  { id: "padded", comment: "with padding", spell: (part) => `${part}==` },
  { id: "spare-bits", comment: "with a last character whose spare bits are not zero", spell: spareBits },
  {
    id: "one-too-many",
    comment: "with a last character that stands for no byte",
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
  { id: "wide-letter", comment: "with a character whose lower byte is the right letter, as Ł is for A", spell: widen },
  { id: "percent", comment: "with a percent-encoded letter", spell: percent },
];

/** Has a minus and an underscore in base64url, wherever it stands. */
const TELLING = "???>>>???>>>?>?>";

export function encodingDrafts(): Draft[] {
  return [
    ...SPELLINGS.map(({ id, comment, spell, whole }): Draft => {
      const header = telling({ ...HEADER, kid: TELLING }, whole);
      const token = (parts: Parts) => sign(spell(parts.header), parts.payload);
      return { ...drafted(`header-${id}`, `a header ${comment}`), header, token };
    }),
    ...SPELLINGS.map(({ id, comment, spell, whole }): Draft => {
      const text = telling({ ...BASE, sub: TELLING }, whole);
      const token = (parts: Parts) => sign(parts.header, spell(parts.payload));
      return { ...drafted(`payload-${id}`, `a payload ${comment}`), text, token };
    }),
    // The signature of the right letters, for decoders that cut characters down to bytes before they hash.
    forged("header-wide-letter-only", "a header with a letter beyond ASCII", (parts) => ({
      header: widen(parts.header),
    })),
    forged("payload-wide-letter-only", "a payload with a letter beyond ASCII", (parts) => ({
      payload: widen(parts.payload),
    })),
    forged("leading-space", "a space before the token", ({ header }) => ({ header: ` ${header}` })),
    forged("leading-mark", "a byte order mark before the token", ({ header }) => ({ header: `\ufeff${header}` })),
    forged("leading-quote", "the token in quotes", ({ header, signature }) => {
      return { header: `"${header}`, signature: `${signature}"` };
    }),
    { ...drafted("empty-header", "nothing before the first dot"), token: ({ payload }) => sign("", payload) },
    { ...drafted("empty-payload", "nothing between the dots"), token: ({ header }) => sign(header, "") },
    { ...drafted("empty-parts", "two dots and nothing else"), token: () => ".." },
  ];
}

function drafted(id: string, comment: string): Draft {
  return { id, comment, row: "encoding", fault: MALFORMED };
}

function forged(id: string, comment: string, change: (parts: Parts) => Partial<Parts>): Draft {
  return { ...drafted(id, comment), flags: ["Forged"], token: (parts) => join({ ...parts, ...change(parts) }) };
}

/** JSON that white space brings to a length for which each spelling is another text. */
function telling(part: Json, whole = false): string {
  const json = JSON.stringify(part);
  return json + " ".repeat((3 - (json.length % 3)) % 3) + (whole ? "" : " ");
}

export function toStandard(part: string): string {
  if (!part.includes("-") || !part.includes("_")) throw new Error(`${part} is the same in both alphabets`);
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

/** Sets the lowest bit of the last character, which stands for no byte if the length is no multiple of four. */
export function spareBits(part: string): string {
  if (part.length % 4 === 0) throw new Error("each bit of the last character counts");
  return part.slice(0, -1) + ALPHABET[ALPHABET.indexOf(part.at(-1) ?? "") + 1];
}

/** Replaces the first letter by the character 256 places on. */
export function widen(part: string): string {
  return String.fromCharCode(part.charCodeAt(0) + 0x100) + part.slice(1);
}
