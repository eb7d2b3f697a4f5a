/** The content of the files in generated/vectors/. Their README explains each member. */

export type Json = Readonly<Record<string, unknown>>;

export type VerifyLayer = "form" | "signature" | "time" | "schema" | "room-config";
export type Layer = VerifyLayer | "mint";

export interface Verdict {
  readonly result: "valid" | "invalid";
  readonly code?: string;
  /** The JSON pointers (RFC 6901) of the claims at fault. */
  readonly pointers?: readonly string[];
  readonly claims?: Json;
}

interface Described {
  readonly id: string;
  readonly comment: string;
  /** The row of rows.ts to which the case belongs. */
  readonly row: string;
  readonly flags: readonly string[];
  readonly layer: Layer;
}

export interface VerifyVector extends Described, Verdict {
  readonly token: string;
  readonly key: string;
  readonly secret: string;
  /** The secrets of each API key, instead of `key` and `secret`, with the flag SeveralKeys. */
  readonly keys?: Readonly<Record<string, readonly string[]>>;
  readonly clock: number;
  readonly leeway: number;
  readonly maxTokenBytes?: number;
  /** The result of reading without verifying. Its claims are those of the vector unless it has its own. */
  readonly unverified: Verdict;
}

/** A value in place of a token that is not a string. */
export type NotAStringVector = Omit<VerifyVector, "token"> & { readonly token: unknown };

export interface MintVector extends Described {
  readonly key: string;
  readonly secret: string;
  readonly clock: number;
  /** The claims of the caller, without the times and the issuer. */
  readonly claims?: Json;
  /** The JSON of the claims, when parsers of some languages would reject the whole file for them. */
  readonly claimsJson?: string;
  readonly allowSensitive?: true;
  readonly result: "valid" | "invalid";
  readonly code?: string;
  readonly pointers?: readonly string[];
  /** The texts that are signed, in full and in compact form. */
  readonly payload?: string;
  readonly compact?: string;
}

export interface VectorFile<V extends Described = VerifyVector | NotAStringVector | MintVector> {
  readonly generator: string;
  /** The file of the folder that describes this one. */
  readonly schema: string;
  readonly schemaVersion: number;
  readonly numberOfTests: number;
  readonly rows: Readonly<Record<string, string>>;
  readonly notes: Readonly<Record<string, string>>;
  readonly keys: Readonly<Record<string, string>>;
  readonly tests: readonly V[];
}
