import { type Draft, MALFORMED } from "../draft.js";
import { BASE, encode, HEADER, join, type Parts, sign } from "../token.js";

/** Returns vectors for strings that are not a compact JWS, or that are too long. */
export function partsDrafts(): Draft[] {
  return [
    ...TOKENS.map(([id, comment, token]) => drafted(id, comment, token)),
    limited("size-at-limit", "as long as the verifier allows", 0),
    limited("size-over-limit", "one byte longer than the verifier allows", -1),
  ];
}

function drafted(id: string, comment: string, token: (parts: Parts) => string): Draft {
  return { id, comment, row: "parts", token, fault: MALFORMED };
}

const TOKENS: readonly [string, string, (parts: Parts) => string][] = [
  ["empty", "an empty string", () => ""],
  ["word", "a word", () => "token"],
  ["one-part", "the header alone", ({ header }) => header],
  [
    "two-parts",
    "header and payload, without a signature or a dot for it",
    ({ header, payload }) => `${header}.${payload}`,
  ],
  ["four-parts", "a fourth part", (parts) => `${join(parts)}.${parts.signature}`],
  ["trailing-dot", "a dot at the end", (parts) => `${join(parts)}.`],
  ["leading-dot", "a dot at the start", (parts) => `.${join(parts)}`],
  [
    "five-parts",
    "five parts, as an encrypted token (JWE) has",
    ({ header, payload: p }) => [header, p, p, p, p].join("."),
  ],
  ["double-dots", "two dots between the parts", (parts) => join(parts).replaceAll(".", "..")],
  ["wide-dots", "full-width dots (U+FF0E) between the parts", (parts) => join(parts).replaceAll(".", "\uff0e")],
  ["slashes", "slashes between the parts", (parts) => join(parts).replaceAll(".", "/")],
  ["json-flattened", "the flattened JSON serialization of a JWS (RFC 7515, section 7.2.2)", flattened],
  ["json-general", "the general JSON serialization of a JWS (RFC 7515, section 7.2.1)", general],
  ["bearer", "the whole value of an Authorization header", (parts) => `Bearer ${join(parts)}`],
  ["bearer-lower-case", "the same with the scheme in lower case", (parts) => `bearer ${join(parts)}`],
  ["twice", "the token twice, with a comma between", (parts) => `${join(parts)},${join(parts)}`],
];

function flattened({ header, payload, signature }: Parts): string {
  return JSON.stringify({ payload, protected: header, signature });
}

function general({ header, payload, signature }: Parts): string {
  return JSON.stringify({ payload, signatures: [{ protected: header, signature }] });
}

const TOKEN_BYTES = sign(encode(HEADER), encode(BASE)).length;

/** Returns the base token for a verifier whose limit differs from its length by some bytes. */
function limited(id: string, comment: string, by: number): Draft {
  const draft: Draft = {
    id,
    comment,
    row: "parts",
    flags: ["NeedsLimit"],
    verifier: { maxTokenBytes: TOKEN_BYTES + by },
  };
  return by < 0 ? { ...draft, fault: MALFORMED } : draft;
}
