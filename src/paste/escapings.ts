import * as jws from "#jws";
import { decodeBytes } from "./decode-part.js";

/** An escaping that tokens pass through on their way: how it reads, and the words for it. */
interface Escaping {
  readonly name: string;
  /** The fix where the escaped text is used as the token. */
  readonly fix: string;
  undo(text: string): string;
}

const ENTITIES: Readonly<Record<string, string>> = {
  quot: '"',
  apos: "'",
  amp: "&",
  lt: "<",
  gt: ">",
  period: ".",
  equals: "=",
  nbsp: " ",
  lowbar: "_",
  hyphen: "-",
  shy: "",
};

const toCharacter = (digits: string, radix: number): string => {
  const code = Number.parseInt(digits, radix);
  return code <= 0x10ffff ? String.fromCodePoint(code) : "";
};

/** The escapings that are undone, in this order, until a token is found. */
export const ESCAPINGS: readonly Escaping[] = [
  {
    name: "has invisible characters or the colors of a terminal in it",
    fix: "Copy it again as plain text.",
    undo: (text) =>
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these start the colors.
      text.replace(/\u001b\[[\d;]{0,20}[A-Za-z]/g, "").replace(/\p{Default_Ignorable_Code_Point}/gu, ""),
  },
  {
    name: "is escaped for HTML",
    fix: "Decode the HTML entities first, or read the text of the page instead of its source.",
    undo: (text) =>
      text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (entity, decimal, hex, name) => {
        if (decimal !== undefined) return toCharacter(decimal, 10);
        return hex === undefined ? (ENTITIES[name.toLowerCase()] ?? entity) : toCharacter(hex, 16);
      }),
  },
  {
    name: "is URL-encoded",
    fix: "Decode it with decodeURIComponent, or let the framework read the query parameter.",
    // Only ASCII, of which tokens and what is next to them are; twice, as redirects encode what is encoded.
    undo: (text) => decodePercent(decodePercent(text)),
  },
  {
    name: "has the escapes of a string literal in it",
    fix: "Parse the text as JSON, once for each time that it was encoded.",
    undo: (text) =>
      text.replace(/\\(?:u([\da-f]{4})|x([\da-f]{2})|([nrt])|([\\/"'`]))/gi, (_, unicode, hex, space, self) => {
        if (space !== undefined) return " ";
        return self ?? toCharacter(unicode ?? hex, 16);
      }),
  },
  {
    name: "is encoded in base64 once more",
    fix: "Decode it with base64 -d: secrets of Kubernetes are read so.",
    undo: (text) => {
      const encoded = text.trim().replaceAll(/\s/g, "");
      const bytes = /^[\w+/-]{40,}={0,2}$/.test(encoded) ? decodeBytes(encoded) : undefined;
      return (bytes && jws.text(bytes)) ?? text;
    },
  },
];

function decodePercent(text: string): string {
  return text.replace(/%([0-7][\da-f])/gi, (_, hex) => toCharacter(hex, 16));
}
