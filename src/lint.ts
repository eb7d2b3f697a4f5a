export { FINDINGS, type FindingCode, type FindingKind, type Severity } from "./lint/catalog.js";
export type { Finding } from "./lint/finding.js";
export { lint } from "./lint/lint.js";
export type { LintOptions } from "./lint/options.js";
export { DEFAULT_LIMITS, type Limits } from "./lint/rules/limits.js";
