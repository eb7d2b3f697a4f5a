import { Buffer } from "node:buffer";
import { type Draft, fault, MALFORMED } from "../draft.js";
import { HEADER, hmac, join, type Parts, SECRET } from "../token.js";

const UNSUPPORTED = fault("UNSUPPORTED_ALGORITHM");

/**
 * Returns vectors for headers. Unless the comment says otherwise, the signature is the right HMAC of HS256, so that
 * only the header is wrong.
 */
export function algorithmDrafts(): Draft[] {
  return [
    ...NO_OBJECT.map(([id, comment, header]): Draft => {
      return { id: `header-${id}`, comment: `a header that is ${comment}`, row: "algorithm", header, fault: MALFORMED };
    }),
    ...ALGORITHMS.map(([id, comment, header]): Draft => {
      return { id: `alg-${id}`, comment: `an alg that is ${comment}`, row: "algorithm", header, fault: UNSUPPORTED };
    }),
    ...CRITICAL.map(([id, comment, crit]): Draft => {
      const header = { ...HEADER, ...crit };
      return { id: `crit-${id}`, comment: `a crit that is ${comment}`, row: "algorithm", header, fault: UNSUPPORTED };
    }),
    ...SPELLINGS.map(([id, comment, header, flag]): Draft => {
      return {
        id: `header-${id}`,
        comment: `a header with ${comment}`,
        row: "algorithm",
        flags: flag ? [flag] : [],
        header,
      };
    }),
    ...OTHERS.map(otherAlgorithm),
    ...["none", "None", "NONE", "nOnE"].map(unsigned),
  ];
}

const NO_OBJECT: readonly [string, string, unknown][] = [
  ["null", "null", null],
  ["boolean", "true", true],
  ["number", "a number", 256],
  ["string", "a string", '"HS256"'],
  ["array", "an array", ["HS256"]],
  ["array-of-object", "an array with the object in it", [HEADER]],
  ["word", "not JSON", "HS256"],
  ["truncated", "cut short", JSON.stringify(HEADER).slice(0, -1)],
  ["trailing-word", "JSON and a word", `${JSON.stringify(HEADER)}x`],
  ["byte-order-mark", "JSON after a byte order mark", `\ufeff${JSON.stringify(HEADER)}`],
  ["no-utf8", "not UTF-8", Buffer.from('{"alg":"HS256","kid":"\xff"}', "latin1")],
];

const named = (alg: unknown): unknown => ({ alg, typ: "JWT" });

const ALGORITHMS: readonly [string, string, unknown][] = [
  ["absent", "absent", { typ: "JWT" }],
  ["empty-header", "absent, in an empty header", {}],
  ["other-case-name", "called Alg", { Alg: "HS256", typ: "JWT" }],
  ["upper-case-name", "called ALG", { ALG: "HS256", typ: "JWT" }],
  ["prototype", "inherited from __proto__", '{"__proto__":{"alg":"HS256"},"typ":"JWT"}'],
  ["null", "null", named(null)],
  ["boolean", "true", named(true)],
  ["number", "a number", named(256)],
  ["array", "an array with HS256 in it", named(["HS256"])],
  ["object", "an object with HS256 in it", named({ alg: "HS256" })],
  ["empty", "empty", named("")],
  ["lower-case", "hs256", named("hs256")],
  ["mixed-case", "Hs256", named("Hs256")],
  ["leading-space", "HS256 after a space", named(" HS256")],
  ["trailing-space", "HS256 before a space", named("HS256 ")],
  ["trailing-nul", "HS256 before a NUL", named("HS256\0")],
  ["longer", "HS2560", named("HS2560")],
  ["shorter", "HS25", named("HS25")],
  ["other-name", "another name of HS256", named("HMAC-SHA256")],
  ["list", "HS256 and none in one string", named("HS256,none")],
  ["none", "none", named("none")],
  ["none-title-case", "None", named("None")],
  ["none-upper-case", "NONE", named("NONE")],
  ["none-mixed-case", "nOnE", named("nOnE")],
  ["hs384", "HS384, with an HMAC of HS256", named("HS384")],
  ["hs512", "HS512, with an HMAC of HS256", named("HS512")],
  ["rs256", "RS256, with an HMAC", named("RS256")],
  ["ps256", "PS256, with an HMAC", named("PS256")],
  ["es256", "ES256, with an HMAC", named("ES256")],
  ["eddsa", "EdDSA, with an HMAC", named("EdDSA")],
  ["direct", "dir, which is for encrypted tokens", named("dir")],
  ["twice-last-wrong", "repeated, none the second time", '{"alg":"HS256","alg":"none"}'],
];

const CRITICAL: readonly [string, string, object][] = [
  ["empty", "an empty list", { crit: [] }],
  ["null", "null", { crit: null }],
  ["false", "false", { crit: false }],
  ["zero", "zero", { crit: 0 }],
  ["string", "a string", { crit: "exp" }],
  ["empty-string", "an empty string", { crit: "" }],
  ["object", "an empty object", { crit: {} }],
  ["unknown", "a list with an unknown name", { crit: ["x-unknown"], "x-unknown": true }],
  ["registered", "a list of a registered name", { crit: ["kid"], kid: "1" }],
  ["b64", "a list of b64, which says that the payload is not encoded", { crit: ["b64"], b64: false }],
];

const SPELLINGS: readonly [string, string, unknown, "Duplicate"?][] = [
  ["white-space", "white space between its parts", JSON.stringify(HEADER, null, "\n")],
  ["escaped-alg", "escapes in its alg", '{"\\u0061lg":"\\u0048S256"}'],
  ["alg-twice-last-right", "its alg twice, HS256 the second time", '{"alg":"none","alg":"HS256"}', "Duplicate"],
];

/**
 * Returns a well-formed token of another algorithm. Its signature has another length, which must be checked after the
 * header.
 */
function otherAlgorithm([alg, sign]: readonly [string, (signingInput: string) => Buffer]): Draft {
  const signature = ({ header, payload }: Parts) => sign(`${header}.${payload}`).toString("base64url");
  const comment = `a token with the form of ${alg}`;
  return { id: `sound-${alg.toLowerCase()}`, comment, header: named(alg), ...resigned(signature) };
}

/**
 * The other algorithms, with a function that returns bytes of the right length. The content does not matter, since the
 * header is checked first.
 */
const OTHERS: readonly (readonly [string, (signingInput: string) => Buffer])[] = [
  ["HS384", (input) => hmac(input, SECRET, "sha384")],
  ["HS512", (input) => hmac(input, SECRET, "sha512")],
  ["RS256", (input) => Buffer.concat(Array.from({ length: 8 }, () => hmac(input)))],
  ["PS256", (input) => Buffer.concat(Array.from({ length: 8 }, () => hmac(input)))],
  ["ES256", (input) => hmac(input, SECRET, "sha512")],
  ["EdDSA", (input) => hmac(input, SECRET, "sha512")],
];

function unsigned(alg: string): Draft {
  const id = { none: "lower-case", None: "title-case", NONE: "upper-case" }[alg] ?? "mixed-case";
  const comment = `an unsigned token of the alg ${alg}`;
  return { id: `unsigned-${id}`, comment, flags: ["Forged"], header: named(alg), ...resigned(() => "") };
}

function resigned(signature: (parts: Parts) => string): Omit<Draft, "id" | "comment"> {
  const token = (parts: Parts) => join({ ...parts, signature: signature(parts) });
  return { row: "algorithm", token, fault: UNSUPPORTED };
}
