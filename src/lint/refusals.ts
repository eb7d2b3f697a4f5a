import { AccessTokenError, type AccessTokenErrorCode } from "../issues/error.js";
import type { Path } from "../json/path.js";
import type { FindingCode } from "./catalog.js";
import { createFinding, type Finding } from "./finding.js";

const CODES: Readonly<Partial<Record<AccessTokenErrorCode, FindingCode>>> = {
  MALFORMED_TOKEN: "malformed-token",
  UNSUPPORTED_ALGORITHM: "unsupported-algorithm",
  INVALID_AUDIENCE: "invalid-audience",
  EXPIRED: "expired",
  NOT_YET_VALID: "not-yet-valid",
};

const PLACES: Readonly<Partial<Record<FindingCode, Path>>> = {
  "invalid-audience": ["aud"],
  expired: ["exp"],
  "not-yet-valid": ["nbf"],
};

/** What a check of the verifier gives, or what it throws as a finding in the same words. */
export function attempt<T>(check: () => T): { readonly value?: T; readonly findings: readonly Finding[] } {
  try {
    return { value: check(), findings: [] };
  } catch (error) {
    const code = error instanceof AccessTokenError ? CODES[error.code] : undefined;
    if (code === undefined) throw error;
    return { findings: [createFinding(code, PLACES[code] ?? [], (error as AccessTokenError).message)] };
  }
}
