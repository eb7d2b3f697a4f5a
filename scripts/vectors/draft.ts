import type { Model } from "../model/model.js";
import { readAs } from "./claims-of.js";
import type { Flag } from "./flags.js";
import type { VerifyRow } from "./rows.js";
import { BASE, CLOCK, encode, HEADER, join, KEY, type Parts, partsOf, SECRET, type Secret } from "./token.js";
import type { Json, Verdict, VerifyLayer, VerifyVector } from "./vector.js";

export interface Fault {
  readonly code: string;
  readonly pointers?: readonly string[];
}

export const fault = (code: string): Fault => ({ code });
export const MALFORMED = fault("MALFORMED_TOKEN");
export const invalidClaims = (...pointers: readonly string[]): Fault => ({ code: "INVALID_CLAIMS", pointers });

/** A line of the tables: what is special about a vector. Without anything it is a token that is in order. */
export interface Draft {
  readonly id: string;
  readonly comment: string;
  readonly row: VerifyRow;
  readonly flags?: readonly Flag[];
  /** Members over those of the base payload; undefined takes one away. */
  readonly payload?: Json;
  /** The payload's text or bytes, where it is not the JSON of its members. */
  readonly text?: string | Uint8Array;
  /** In place of the common header; texts and bytes are taken as they are. */
  readonly header?: unknown;
  /** What signs, if not the secret of the key. */
  readonly signer?: Secret;
  /** Makes the token of its parts, if not by putting dots between. */
  readonly token?: (parts: Parts) => string;
  /** Why it is refused; it is accepted without one. */
  readonly fault?: Fault;
  /** What comes of reading without verifying, where it does not follow from the fault. */
  readonly unverified?: Fault | "valid";
  /** Members that read otherwise than the payload has them. */
  readonly reads?: Json;
  /** What the verifier is told, if not the common key, clock and leeway. */
  readonly verifier?: Partial<Pick<VerifyVector, "key" | "secret" | "keys" | "clock" | "leeway" | "maxTokenBytes">>;
}

/** The faults that only verifying finds. */
const UNSEEN = new Set([
  ...["UNSUPPORTED_ALGORITHM", "INVALID_SIGNATURE", "INVALID_ISSUER", "INVALID_AUDIENCE"],
  ...["EXPIRED", "NOT_YET_VALID"],
]);

export function finish(model: Model, layer: VerifyLayer, draft: Draft): VerifyVector {
  const { id, comment, row, flags = [] } = draft;
  const verdict: Verdict = draft.fault ? { result: "invalid", ...draft.fault } : { result: "valid" };
  const readable = draft.unverified ?? (draft.fault && !UNSEEN.has(draft.fault.code) ? draft.fault : "valid");
  const unverified: Verdict = readable === "valid" ? { result: "valid" } : { result: "invalid", ...readable };
  const claims = readable === "valid" ? { claims: claimsOf(model, draft) } : {};
  return {
    id: `${layer}-${id}`,
    comment,
    row,
    flags,
    layer,
    token: tokenOf(draft),
    key: KEY,
    secret: SECRET,
    clock: CLOCK,
    leeway: 60,
    ...draft.verifier,
    ...verdict,
    ...(verdict.result === "valid" ? claims : {}),
    unverified: verdict.result === "valid" ? unverified : { ...unverified, ...claims },
  };
}

function tokenOf({ id, payload, text, header = HEADER, signer, token = join }: Draft): string {
  const parts = partsOf(encode(header), encode(text ?? { ...BASE, ...payload }), signer);
  const made = token(parts);
  // A change that changed nothing would be a vector that tests nothing.
  if (token !== join && made === join(parts)) throw new Error(`${id}: the token is as it was`);
  return made;
}

function claimsOf(model: Model, { payload, text, reads }: Draft): Json {
  const written: Json = typeof text === "string" ? JSON.parse(text) : { ...BASE, ...payload };
  return readAs(model, "Claims", { ...written, ...reads });
}
