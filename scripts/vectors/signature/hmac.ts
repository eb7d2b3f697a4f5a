import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import { type Draft, fault } from "../draft.js";
import { BASE, encode, hmac, join, LATER, OTHER_SECRET, type Parts, partsOf, SECRET, type Secret } from "../token.js";
import type { Json } from "../vector.js";

const WRONG = fault("INVALID_SIGNATURE");

/** Returns vectors for signatures that have the right form and are wrong for their token. */
export function hmacDrafts(): Draft[] {
  return [
    ...SIGNERS.map(([id, comment, signer]): Draft => {
      return { id: `signed-by-${id}`, comment: `signed with ${comment}`, row: "hmac", signer, fault: WRONG };
    }),
    ...PAYLOADS.map(([id, comment, members]): Draft => {
      const token = (parts: Parts) => join({ ...parts, payload: encode({ ...BASE, ...members }) });
      return { id, comment, row: "hmac", flags: ["Forged"], token, fault: WRONG, reads: members };
    }),
    ...FORGERIES.map(([id, comment, forge]): Draft => {
      const token = (parts: Parts) => join({ ...parts, ...forge(parts) });
      return { id, comment, row: "hmac", flags: ["Forged"], token, fault: WRONG };
    }),
    ...HASHES.map(([id, comment, hash]): Draft => {
      const token = (parts: Parts) => join({ ...parts, signature: hash(parts).toString("base64url") });
      return { id, comment, row: "hmac", token, fault: WRONG };
    }),
  ];
}

const SIGNERS: readonly [string, string, Secret][] = [
  ["another-secret", "another key's secret", OTHER_SECRET],
  ["empty-secret", "an empty secret", ""],
  ["key", "the API key in place of its secret", String(BASE.iss)],
  ["line-feed", "the secret and a line feed, as a file with the secret may have", `${SECRET}\n`],
  ["upper-case", "the secret in upper case", SECRET.toUpperCase()],
  ["half-secret", "the first half of the secret", SECRET.slice(0, SECRET.length / 2)],
  ["hex-decoded", "the bytes that the secret stands for in hexadecimal", Buffer.from(SECRET, "hex")],
  ["base64-decoded", "the bytes that the secret stands for in base64", Buffer.from(SECRET, "base64")],
  ["base64-encoded", "the base64 of the secret", Buffer.from(SECRET).toString("base64")],
  ["digest", "the SHA-256 digest of the secret", createHash("sha256").update(SECRET).digest()],
  ["utf-16", "the secret in UTF-16", Buffer.from(SECRET, "utf16le")],
];

const MORE_RIGHTS: Json = { video: { roomAdmin: true, room: "stage" } };

const PAYLOADS: readonly [string, string, Json][] = [
  ["other-payload", "a payload with more rights under the signature of another one", MORE_RIGHTS],
  ["other-sub", "the payload of another participant", { sub: "mallory" }],
  ["later-exp", "a payload whose exp was moved", { exp: LATER + 1 }],
];

const FORGERIES: readonly [string, string, (parts: Parts) => Partial<Parts>][] = [
  ["white-space", "a payload with a space at the end", () => ({ payload: encode(`${JSON.stringify(BASE)} `) })],
  [
    "other-header",
    "a header with its members in another order",
    () => ({ header: encode({ typ: "JWT", alg: "HS256" }) }),
  ],
  [
    "other-token",
    "the signature of another token",
    ({ header }) => ({ signature: partsOf(header, encode({ ...BASE, ...MORE_RIGHTS })).signature }),
  ],
  ["first-bit", "a signature whose first bit is flipped", ({ signature }) => ({ signature: flip(signature, 0, 0x80) })],
  ["last-bit", "a signature whose last bit is flipped", ({ signature }) => ({ signature: flip(signature, 31, 0x01) })],
  ["zeros", "a signature of zeros", () => ({ signature: Buffer.alloc(32).toString("base64url") })],
  ["ones", "a signature of ones", () => ({ signature: Buffer.alloc(32, 0xff).toString("base64url") })],
  ["sha256", "a SHA-256 digest as signature, computed without a secret", (parts) => ({ signature: digest(parts) })],
  ["case", "a signature with letters in the other case", ({ signature }) => ({ signature: swapCase(signature) })],
];

const HASHES: readonly [string, string, (parts: Parts) => Buffer][] = [
  ["over-payload", "an HMAC over the payload alone", ({ payload }) => hmac(payload)],
  ["over-header", "an HMAC over the header alone", ({ header }) => hmac(header)],
  [
    "over-decoded",
    "an HMAC over the decoded parts",
    ({ header, payload }) => hmac(`${decode(header)}.${decode(payload)}`),
  ],
  ["without-dot", "an HMAC over both parts without the dot between", ({ header, payload }) => hmac(header + payload)],
  [
    "trailing-dot",
    "an HMAC over both parts and a dot at the end",
    ({ header, payload }) => hmac(`${header}.${payload}.`),
  ],
  [
    "hs512-cut",
    "an HMAC of SHA-512, cut to 32 bytes",
    ({ header, payload }) => {
      return hmac(`${header}.${payload}`, SECRET, "sha512").subarray(0, 32);
    },
  ],
  [
    "reversed",
    "an HMAC with its bytes in the other order",
    ({ header, payload }) => hmac(`${header}.${payload}`).reverse(),
  ],
];

function flip(signature: string, index: number, bits: number): string {
  const bytes = Buffer.from(signature, "base64url");
  bytes[index] = (bytes[index] ?? 0) ^ bits;
  return bytes.toString("base64url");
}

function digest({ header, payload }: Parts): string {
  return createHash("sha256").update(`${header}.${payload}`).digest("base64url");
}

/** Swaps the case of all letters except the last character, whose case changes bits that must be zero. */
function swapCase(signature: string): string {
  const swapped = signature.replace(/[a-z]/gi, (letter) =>
    letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
  );
  return swapped.slice(0, -1) + signature.slice(-1);
}

function decode(part: string): string {
  return Buffer.from(part, "base64url").toString();
}
