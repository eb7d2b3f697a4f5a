import * as jws from "#jws";
import type { Claims } from "../../generated/types.js";
import { checkDecodedClaims } from "../../generated/validators.js";
import { buildClaims } from "../claims/build.js";
import { decodeIssues } from "../claims/decode.js";
import { AccessTokenError } from "../issues/error.js";
import type { Issue } from "../issues/issue.js";
import { schemaIssues } from "../issues/schema-issues.js";
import { duplicateMembers } from "../json/duplicate-members.js";
import { isObject, type Json } from "../json/is-object.js";
import { DEFAULT_MAX_TOKEN_BYTES } from "../json/largest-token.js";
import { getOwn } from "../json/own.js";
import type { Path } from "../json/path.js";
import { type Fault, snapshot } from "../json/snapshot.js";
import { checkAlgorithm } from "../jws/check-header.js";
import { type CompactJws, checkSignatureForm, splitToken } from "../jws/compact-jws.js";
import { malformed, parseObject } from "../jws/parse-object.js";
import { decodePart } from "../paste/decode-part.js";
import { findTokens } from "../paste/find-tokens.js";
import type { Around, Found, Remark } from "../paste/found.js";
import { asServersRead } from "./as-servers-read.js";
import { type RoomConfigRecord, recordRoomConfig } from "./room-config-record.js";

/** A token, or claims, read once. Every rule decides from the reading. */
export interface Reading {
  /** The text without what is around the token. Undefined for claims. */
  readonly token: string | undefined;
  /** Undefined for claims, and for a text that has not three parts. */
  readonly parts: CompactJws | undefined;
  /** Read leniently, to be shown: padding and the other alphabet of base64 are accepted. */
  readonly header: Json | undefined;
  /** As it is in the token: nothing is renamed, dropped or filled in. Read as leniently as the header. */
  readonly payload: Json | undefined;
  /** Text around the token. Verifiers refuse it, unless it is where the token was looked for. */
  readonly around: Around | undefined;
  /** Why the text is no token, where that is known. */
  readonly reason: Remark | undefined;
  /** Why verifiers refuse the form of the token. */
  readonly formErrors: readonly FormError[];
  /** A property of the header that this library refuses, and some servers accept. */
  readonly oddHeader: OddHeader | undefined;
  /** Places of the payload that are not JSON, or hold a lone surrogate. */
  readonly faults: readonly Fault[];
  /** Members of the payload that are twice in one object. */
  readonly duplicates: readonly Path[];
  /** Undefined when verifiers cannot read the payload. */
  readonly content: Content | undefined;
  /** The content as servers read it, to whom null is absent, and a name in another case the same. */
  readonly served: Content | undefined;
}

/** An error of the verifier about the form of a token, and the part that it is about, if it is about one. */
export interface FormError {
  readonly error: AccessTokenError;
  readonly part?: "header" | "payload" | "signature";
}

/** An HMAC other than HS256, or a `crit` member. Older servers accept the one, newer servers the other. */
export type OddHeader = LongHmac | "crit";
export type LongHmac = keyof typeof SIGNATURE_BYTES;

const SIGNATURE_BYTES = { HS384: 48, HS512: 64 } as const;

/** A payload that verifiers can read, which does not make it valid. */
export interface Content {
  /** As it is in the token. */
  readonly payload: Json;
  /** The same, but with a normalized room configuration: spelled as in the schema, without unknown members. */
  readonly normalized: Json;
  /** Why verifiers refuse it. The paths are those of {@link normalized}. */
  readonly issues: readonly Issue[];
  readonly roomConfig: RoomConfigRecord;
  /** Claims and members of grants that are null. */
  readonly nulls: readonly Path[];
  /** The claims that verifying returns. Undefined when the payload is invalid. */
  readonly claims: Claims | undefined;
}

const NOTHING: Reading = {
  token: undefined,
  parts: undefined,
  header: undefined,
  payload: undefined,
  around: undefined,
  reason: undefined,
  formErrors: [],
  oddHeader: undefined,
  faults: [],
  duplicates: [],
  content: undefined,
  served: undefined,
};

/** Reads a token, or claims. Never throws. A text is read as a verifier would, which wants the token alone. */
export function read(tokenOrClaims: unknown): Reading {
  return typeof tokenOrClaims === "string" ? readAlone(findTokens(tokenOrClaims)) : readClaims(tokenOrClaims);
}

function readAlone([first, ...more]: readonly [Found, ...Found[]]): Reading {
  const reading = readFound(first);
  if (more.length > 0) return { ...reading, reason: manyTokens(more.length + 1) };
  if (first.kind === "claims") return { ...reading, reason: NOT_SIGNED };
  return { ...reading, around: reading.around && { ...reading.around, intact: false } };
}

function manyTokens(count: number): Remark {
  return { message: `the text holds ${count} tokens; the first is looked at`, fix: "Pass one token at a time." };
}

const NOT_SIGNED: Remark = {
  message: "the text is the JSON of claims, not a token: nobody signed it",
  fix: "Sign it with AccessToken, or pass the object of JSON.parse to look at the claims.",
};

/** Reads what was found in a text where a token may be inside of other text. */
export function readFound(found: Found): Reading {
  if (found.kind === "claims") return readClaims(found.claims);
  if (found.kind === "reason") return { ...NOTHING, reason: found };
  return { ...readToken(found.token), around: found.around };
}

function readToken(token: string): Reading {
  const { value: parts, error } = attempt(() => split(token));
  if (parts) return { ...NOTHING, token, ...readParts(parts) };
  const [header, payload] = token.split(".", 2).map(decodePart);
  return { ...NOTHING, token, header, payload, formErrors: error ? [{ error }] : [] };
}

function split(token: string): CompactJws {
  return splitToken(token, DEFAULT_MAX_TOKEN_BYTES);
}

function readParts(parts: CompactJws): Partial<Reading> {
  const header = readPart(parts.header, "header");
  const payload = readPart(parts.payload, "payload");
  const oddHeader = header.error === undefined ? oddHeaderOf(header.value ?? {}) : undefined;
  const errors = {
    header: header.error ?? (oddHeader ? undefined : errorOf(() => checkAlgorithm(header.value ?? {}))),
    signature: errorOf(() => checkSignature(parts, oddHeader)),
    payload: payload.error,
  };
  return {
    parts,
    oddHeader,
    header: header.value,
    payload: payload.value,
    formErrors: (["header", "signature", "payload"] as const).flatMap((part) => {
      const error = errors[part];
      return error === undefined ? [] : [{ error, part }];
    }),
    ...(payload.text !== undefined && payload.value !== undefined && readPayload(payload.value, payload.text)),
  };
}

function oddHeaderOf(header: Json): OddHeader | undefined {
  const alg = getOwn(header, "alg");
  const isCritical = Object.hasOwn(header, "crit");
  if (alg === "HS256") return isCritical ? "crit" : undefined;
  return typeof alg === "string" && Object.hasOwn(SIGNATURE_BYTES, alg) && !isCritical ? (alg as LongHmac) : undefined;
}

/** @throws AccessTokenError MALFORMED_TOKEN when the signature has not the form that the algorithm gives it */
function checkSignature(parts: CompactJws, oddHeader: OddHeader | undefined): void {
  const length = oddHeader === undefined || oddHeader === "crit" ? undefined : SIGNATURE_BYTES[oddHeader];
  if (length === undefined) checkSignatureForm(parts);
  else if (jws.decode(parts.signature)?.length !== length) {
    throw malformed(`the token's signature is not ${length} bytes in canonical base64url without padding`);
  }
}

/** Bytes of UTF-8 hold no lone surrogate; only an escape makes one. */
const ESCAPED_SURROGATE = /\\u[dD][89a-fA-F]/;

function readPayload(payload: Json, text: string): Partial<Reading> {
  // Deep nesting is not a fault in a token; only texts are checked.
  const faults = ESCAPED_SURROGATE.test(text) ? snapshot(payload).faults : [];
  return {
    faults: faults.filter(({ keyword }) => keyword === "unicode"),
    duplicates: duplicateMembers(text),
    ...contents(payload),
  };
}

interface Part {
  readonly value: Json | undefined;
  /** The JSON, unless it is only read leniently. */
  readonly text: string | undefined;
  readonly error: AccessTokenError | undefined;
}

function readPart(part: string, name: "header" | "payload"): Part {
  const bytes = jws.decode(part);
  const { value, error } = attempt(() => parseObject(bytes, name));
  return bytes === undefined
    ? { value: decodePart(part), text: undefined, error }
    : { value, text: jws.text(bytes), error };
}

function readClaims(claims: unknown): Reading {
  const { value, faults } = snapshot(claims);
  if (isObject(value)) return { ...NOTHING, payload: value, faults, ...contents(value) };
  if (faults.length > 0) return { ...NOTHING, faults };
  const issues = schemaIssues(checkDecodedClaims, value, "Claims");
  return { ...NOTHING, faults: issues.map(({ path, message }) => ({ path, keyword: "json", message })) };
}

function contents(payload: Json): Pick<Reading, "content" | "served"> {
  const { payload: served, nulls, isChanged } = asServersRead(payload);
  const content = contentOf(payload, nulls);
  return { content, served: isChanged ? contentOf(served, []) : content };
}

function contentOf(payload: Json, nulls: readonly Path[]): Content {
  const normalized = { ...payload };
  const { visitor, record } = recordRoomConfig();
  const issues = decodeIssues(normalized, visitor);
  const claims = issues.length > 0 ? undefined : buildClaims(normalized as unknown as Claims);
  return { payload, normalized, issues, roomConfig: record, nulls, claims };
}

function attempt<T>(check: () => T): { readonly value?: T; readonly error?: AccessTokenError } {
  try {
    return { value: check() };
  } catch (error) {
    if (AccessTokenError.is(error)) return { error };
    throw error;
  }
}

function errorOf(check: () => unknown): AccessTokenError | undefined {
  return attempt(check).error;
}
