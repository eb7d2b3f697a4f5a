import { type Finding, type FindingCode, type LintOptions, lint } from "../../src/lint.js";
import { clock } from "./tokens.js";

/** What lint finds at the time that {@link clock} says. */
export const lintNow = (tokenOrClaims: unknown, options: LintOptions = {}): readonly Finding[] =>
  lint(tokenOrClaims, { clock, ...options });

/** "code /pointer" of each finding. */
export const found = (tokenOrClaims: unknown, options: LintOptions = {}): string[] =>
  lintNow(tokenOrClaims, options).map(({ code, pointer }) => `${code} ${pointer}`);

/** The findings of one code. */
export const findingsOf = (code: FindingCode, tokenOrClaims: unknown, options: LintOptions = {}): Finding[] =>
  lintNow(tokenOrClaims, options).filter((finding) => finding.code === code);
