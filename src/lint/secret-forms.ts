import * as jws from "#jws";
import { isWellFormed } from "../json/well-formed.js";

/** A form that a secret takes by mistake on its way into a program. */
export interface SecretForm {
  /** The key that signs then. */
  readonly key: string | Uint8Array;
  /** To be read after "made with". */
  readonly what: string;
  /** The fix. */
  readonly fix: string;
}

const SAME = "Use the same secret at the server and where tokens are minted";
const TRIM = `${SAME}: trim it where it is read, and write files with printf, not with echo.`;
const UNQUOTE = `${SAME}: without quotes, which \`docker --env-file\` and YAML in quotes keep.`;
const ENCODING = `${SAME}: as the text that the server has, neither encoded nor decoded.`;
const MISSING = "Read the secret before minting, and refuse to mint while it is missing.";

const BYTE_ORDER_MARK = "\ufeff";

/**
 * Returns the forms of a secret that a token may be signed with by mistake, each other than the secret, the likeliest first.
 *
 * @param apiKey the key that goes with it, which may have taken its place
 */
export function secretForms(secret: string, apiKey: string | undefined): SecretForm[] {
  const forms: SecretForm[] = [
    ...cleaned(secret),
    ...extended(secret),
    ...recoded(secret),
    ...cut(secret),
    ...replaced(apiKey),
  ];
  return forms.filter(({ key }) => key !== secret);
}

/** Returns the texts that show a secret to whoever reads them: itself, and without what surrounds it. */
export function readableForms(secret: string): string[] {
  return [secret, ...cleaned(secret).map(({ key }) => key as string)];
}

function cleaned(secret: string): SecretForm[] {
  const trimmed = secret.trim();
  const unquoted = unquote(trimmed);
  return [
    { key: secret.replace(BYTE_ORDER_MARK, ""), what: "the secret without the byte order mark before it", fix: TRIM },
    { key: trimmed, what: "the secret without the white space around it", fix: TRIM },
    { key: unquoted, what: "the secret without the quotes around it", fix: UNQUOTE },
    {
      key: unquote(trimmed.replace(/^[\w.-]+\s*[=:]\s*/, "")),
      what: "what follows the name in the secret",
      fix: `${SAME}: only what follows the name and its sign.`,
    },
  ];
}

function extended(secret: string): SecretForm[] {
  const ends = [
    ["\n", "a line feed"],
    ["\r\n", "a carriage return and a line feed"],
    ["\r", "a carriage return"],
    [" ", "a space"],
    ["\t", "a tab"],
    ["\\n", "a backslash and an n"],
    ["\0", "a zero byte"],
  ] as const;
  const quotes = ['"', "'", "`"] as const;
  return [
    ...ends.map(([end, name]) => ({ key: secret + end, what: `the secret and ${name} at its end`, fix: TRIM })),
    { key: ` ${secret}`, what: "the secret and a space before it", fix: TRIM },
    ...quotes.map((quote) => ({ key: quote + secret + quote, what: `the secret in quotes (${quote})`, fix: UNQUOTE })),
    { key: BYTE_ORDER_MARK + secret, what: "the secret and a byte order mark before it", fix: TRIM },
    { key: secret + secret, what: "the secret twice in a row", fix: `${SAME}: it was pasted twice.` },
  ];
}

function recoded(secret: string): SecretForm[] {
  const bytes = new TextEncoder().encode(secret);
  const decoded = decodeBase64(secret);
  const text = decoded === undefined ? undefined : jws.text(decoded);
  const hex = /^(?:[\da-f]{2})+$/i.test(secret) ? fromHex(secret) : undefined;
  const unescaped = decodeUri(secret);
  const form = (key: SecretForm["key"], what: string): SecretForm => ({ key, what, fix: ENCODING });
  return [
    ...(decoded === undefined ? [] : [form(decoded, "the secret decoded from base64")]),
    ...(text === undefined ? [] : [form(text.trim(), "the secret decoded from base64 and trimmed")]),
    ...encodings(bytes).map((key) => form(key, "the secret encoded in base64")),
    // As `echo secret | base64` writes it, for Kubernetes.
    ...encodings(new TextEncoder().encode(`${secret}\n`)).map((key) =>
      form(key, "the secret and a line feed, encoded in base64"),
    ),
    ...(hex === undefined ? [] : [form(hex, "the secret decoded from hexadecimal")]),
    form(toHex(bytes), "the secret encoded in hexadecimal"),
    ...(unescaped === undefined ? [] : [form(unescaped, "the secret with its URL encoding decoded")]),
    form(encodeUri(secret), "the secret encoded for URLs"),
    form(secret.replaceAll("+", " "), "the secret with its plus signs read as spaces, as in a form"),
    form(secret.toLowerCase(), "the secret in lower case"),
    form(secret.toUpperCase(), "the secret in upper case"),
  ];
}

/** Forms that files of variables, and shells, cut off. */
function cut(secret: string): SecretForm[] {
  const before = (sign: string): string => secret.split(sign, 1)[0] as string;
  const quoted = "Write it in single quotes where it is set.";
  return [
    {
      key: secret.replace(/=+$/, ""),
      what: "the secret without the = at its end",
      fix: "Split the line at its first = only.",
    },
    { key: before("#").trim(), what: "the secret up to its #, where a comment starts", fix: quoted },
    { key: before("$"), what: "the secret up to its $, where a variable starts", fix: quoted },
    { key: before("="), what: "the secret up to its first =", fix: "Split the line at its first = only." },
    {
      key: before(","),
      what: "the secret up to its first comma",
      fix: "Keep commas of the secret where lists are read.",
    },
  ].filter(({ key }) => key !== "");
}

function replaced(apiKey: string | undefined): SecretForm[] {
  return [
    ...(apiKey === undefined
      ? []
      : [
          {
            key: apiKey,
            what: "the API key in the place of the secret",
            fix: "Sign with the secret: key and secret are swapped, or the key is given twice.",
          },
        ]),
    { key: "", what: "an empty text instead of a secret", fix: MISSING },
    ...["undefined", "null", "None"].map((key) => ({
      key,
      what: `the text "${key}" of a missing value`,
      fix: MISSING,
    })),
    {
      key: "secret",
      what: '"secret", the secret of `livekit-server --dev`',
      fix: "Mint with the secret of the server that the token is for.",
    },
  ];
}

function unquote(text: string): string {
  return /^(["'`]).*\1$/s.test(text) ? text.slice(1, -1) : text;
}

/** Decodes base64 of either alphabet, with padding or without. */
function decodeBase64(text: string): Uint8Array | undefined {
  const segment = text.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  return jws.decode(segment);
}

/** Encodes as base64 of both alphabets, with padding and without. */
function encodings(bytes: Uint8Array): string[] {
  const padded = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  const url = padded.replaceAll("+", "-").replaceAll("/", "_");
  return [...new Set([padded, padded.replace(/=+$/, ""), url, url.replace(/=+$/, "")])];
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function fromHex(text: string): Uint8Array {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function decodeUri(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function encodeUri(text: string): string {
  return isWellFormed(text) ? encodeURIComponent(text) : text;
}
