import type { Model } from "../../model/model.js";
import { compactOf, readAs } from "../claims-of.js";
import type { Fault } from "../draft.js";
import type { MintRow } from "../rows.js";
import { CLOCK, KEY, SECRET } from "../token.js";
import type { Json, MintVector } from "../vector.js";

/** A row of the tables for minting. */
export interface MintDraft {
  readonly id: string;
  readonly comment: string;
  readonly row: MintRow;
  readonly claims: Json;
  readonly allowSensitive?: true;
  readonly fault?: Fault;
  /** Members whose value in the token differs from their value in the claims. */
  readonly writes?: Json;
}

export function finishMint(model: Model, draft: MintDraft): MintVector {
  const { id, comment, row, claims, allowSensitive, fault, writes } = draft;
  const base = {
    id: `mint-${id}`,
    comment,
    row,
    flags: [],
    layer: "mint",
    key: KEY,
    secret: SECRET,
    clock: CLOCK,
  } as const;
  const input = { ...base, ...inputClaims(claims), ...(allowSensitive ? { allowSensitive } : {}) };
  if (fault) return { ...input, result: "invalid", ...fault };
  const full = readAs(model, "Claims", { exp: CLOCK + 21_600, iss: KEY, nbf: CLOCK, ...claims, ...writes });
  const compact = compactOf(model, "Claims", full);
  return { ...input, result: "valid", payload: JSON.stringify(full), compact: JSON.stringify(compact) };
}

/**
 * Returns the claims as JSON text when they have a lone surrogate: some parsers, such as Rust's, read no file with
 * one.
 */
function inputClaims(claims: Json): Pick<MintVector, "claims" | "claimsJson"> {
  const json = JSON.stringify(claims);
  return JSON.stringify(json).includes("\\\\ud") ? { claimsJson: json } : { claims };
}
