import { type Finding, type FindingCode, type LintOptions, lint } from "../../src/lint.js";
import { clock, payload as plain } from "./tokens.js";

/** A payload without findings: it vouches for a body, so it needs no grants. */
export const payload = (more: Record<string, unknown> = {}): Record<string, unknown> =>
  plain({ sha256: "digest", ...more });

/** Returns the findings of lint at the time of {@link clock}. */
export const lintNow = (tokenOrClaims: unknown, options: LintOptions = {}): readonly Finding[] =>
  lint(tokenOrClaims, { clock, ...options });

/** Returns "code /pointer" for each finding. */
export const found = (tokenOrClaims: unknown, options: LintOptions = {}): string[] =>
  lintNow(tokenOrClaims, options).map(({ code, pointer }) => `${code} ${pointer}`);

/** Returns the findings with one code. */
export const findingsOf = (code: FindingCode, tokenOrClaims: unknown, options: LintOptions = {}): Finding[] =>
  lintNow(tokenOrClaims, options).filter((finding) => finding.code === code);
