import { createHash } from "node:crypto";
import type { Flag } from "./flags.js";
import type { VerifyVector } from "./vector.js";

/** What verifiers made of the vectors, as test/interop/measured.json holds it. */
export interface Measured {
  /** The {@link fingerprint} of the vectors that were run. */
  readonly vectors: string;
  /** How many more need a clock or an option that most verifiers lack; they were run through none. */
  readonly leftOut: number;
  readonly verifiers: readonly MeasuredVerifier[];
  /** The titles of the SDKs that verify webhooks only: those tokens vouch for a body, which the vectors' do not. */
  readonly webhooksOnly: readonly string[];
}

export interface MeasuredVerifier {
  readonly name: string;
  /** The language and the package, with its version. */
  readonly title: string;
  /** How many vectors it was run through. */
  readonly ran: number;
  /** The ids of the vectors that it accepts though they are invalid, and refuses though they are valid. */
  readonly accepts: readonly string[];
  readonly refuses: readonly string[];
  /** The valid vectors that it accepts, but reads otherwise: where, as JSON pointers. */
  readonly reads: Readonly<Record<string, readonly string[]>>;
  /** The members that it never gives, as JSON pointers with "*" for the index of an element. */
  readonly unknown: readonly string[];
}

/** The flags of vectors that a verifier of one key with the real clock and no limit cannot run. */
const OPTIONS: readonly string[] = ["NeedsClock", "NeedsLimit", "SeveralKeys"] satisfies Flag[];

/** Whether every verifier can be asked: the rest needs a clock or an option that most of them lack. */
export function isRunnable({ flags }: VerifyVector): boolean {
  return !flags.some((flag) => OPTIONS.includes(flag));
}

/** Changes when a verdict may: with the id, the token or the expectation of any vector. */
export function fingerprint(vectors: readonly VerifyVector[]): string {
  const hash = createHash("sha256");
  for (const { id, token, result, claims } of vectors) hash.update(`${JSON.stringify([id, token, result, claims])}\n`);
  return hash.digest("hex");
}
