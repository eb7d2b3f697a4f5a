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

/** A row of the tables: the differences from the common token, which is valid. */
export interface Draft {
  readonly id: string;
  readonly comment: string;
  readonly row: VerifyRow;
  readonly flags?: readonly Flag[];
  /** Members to add to the base payload; undefined removes one. */
  readonly payload?: Json;
  /** The text or bytes of the payload, unless it is the JSON of its members. */
  readonly text?: string | Uint8Array;
  /** The header in place of the common one. Strings and bytes are used unchanged. */
  readonly header?: unknown;
  /** The secret to sign with. Default: the secret of the key. */
  readonly signer?: Secret;
  /** Builds the token from its parts. Default: joins them with dots. */
  readonly token?: (parts: Parts) => string;
  /** The reason for rejecting it. Without one it is accepted. */
  readonly fault?: Fault;
  /** The result of reading without verifying, unless it follows from the fault. */
  readonly unverified?: Fault | "valid";
  /** Members whose value read differs from that in the payload. */
  readonly reads?: Json;
  /** The options of the verifier in place of the common key, clock and leeway. */
  readonly verifier?: Partial<Pick<VerifyVector, "key" | "secret" | "keys" | "clock" | "leeway" | "maxTokenBytes">>;
}

/** Faults that are found only by verifying. */
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
  // A change without an effect would make a vector that tests nothing.
  if (token !== join && made === join(parts)) throw new Error(`${id}: the change has no effect on the token`);
  return made;
}

function claimsOf(model: Model, { payload, text, reads }: Draft): Json {
  const written: Json = typeof text === "string" ? JSON.parse(text) : { ...BASE, ...payload };
  return readAs(model, "Claims", { ...written, ...reads });
}
