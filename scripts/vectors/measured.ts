import { createHash } from "node:crypto";
import type { Flag } from "./flags.js";
import type { VerifyVector } from "./vector.js";

/** The results of verifiers, as stored in test/interop/measured.json. */
export interface Measured {
  /** The {@link fingerprint} of the vectors that were run. */
  readonly vectors: string;
  /**
   * The number of other vectors, which need a clock or an option that most verifiers lack. No verifier was run with
   * them.
   */
  readonly leftOut: number;
  readonly verifiers: readonly MeasuredVerifier[];
  /** The titles of SDKs that verify only webhooks. Their tokens sign the hash of a body, which the vectors do not. */
  readonly webhooksOnly: readonly string[];
}

export interface MeasuredVerifier {
  readonly name: string;
  /** The language and the package, with its version. */
  readonly title: string;
  /** The number of vectors that it was run with. */
  readonly ran: number;
  /** The ids of invalid vectors that it accepts, and of valid ones that it rejects. */
  readonly accepts: readonly string[];
  readonly refuses: readonly string[];
  /** The valid vectors that it accepts but reads differently, with the JSON pointers of the differences. */
  readonly reads: Readonly<Record<string, readonly string[]>>;
  /** The members that it never returns, as JSON pointers with "*" for the index of an element. */
  readonly unknown: readonly string[];
}

/** The flags of vectors that need more than one key and the current time. */
const OPTIONS: readonly string[] = ["NeedsClock", "NeedsLimit", "SeveralKeys"] satisfies Flag[];

/** Whether every verifier can run a vector. The others need a clock or an option that most verifiers lack. */
export function isRunnable({ flags }: VerifyVector): boolean {
  return !flags.some((flag) => OPTIONS.includes(flag));
}

/** Returns a hash that changes when results may change: with the id, the token or the expectation of any vector. */
export function fingerprint(vectors: readonly VerifyVector[]): string {
  const hash = createHash("sha256");
  for (const { id, token, result, claims } of vectors) hash.update(`${JSON.stringify([id, token, result, claims])}\n`);
  return hash.digest("hex");
}
