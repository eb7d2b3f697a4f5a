import type { Draft, Finding } from "./finding.js";
import { findDrafts, finish } from "./lint.js";
import { contextOf, type LintContext, type LintOptions } from "./options.js";
import type { Reading } from "./reading.js";
import { clockSkew } from "./rules/clock-skew.js";
import { checkSignature, type SignatureVerdict } from "./signature.js";

/** The findings about a token, its signature included. */
export interface Diagnosis {
  readonly context: LintContext;
  readonly signature: SignatureVerdict;
  /** The findings before they are worded. */
  readonly drafts: readonly Draft[];
  readonly findings: readonly Finding[];
}

/**
 * Finds what `lint` finds, and checks the signature with the secrets of the options.
 *
 * @param skew by how many seconds the clock of this machine is ahead of that of the options
 */
export async function diagnose(reading: Reading, options: LintOptions, skew = 0): Promise<Diagnosis> {
  const context = contextOf(options);
  const { verdict, drafts } = await checkSignature(reading, context.keys);
  const all = [...drafts, ...findDrafts(reading, context), ...clockSkew(skew)];
  return { context, signature: verdict, drafts: all, findings: finish(all, context.keys) };
}
