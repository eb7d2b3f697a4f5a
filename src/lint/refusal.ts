import { AccessTokenError, type AccessTokenErrorCode } from "../issues/error.js";
import type { Path } from "../json/path.js";
import type { FindingCode } from "./catalog.js";
import { type Draft, draft, type Refuser } from "./finding.js";

const CODES: Readonly<Partial<Record<AccessTokenErrorCode, FindingCode>>> = {
  MALFORMED_TOKEN: "malformed-token",
  UNSUPPORTED_ALGORITHM: "unsupported-algorithm",
  INVALID_AUDIENCE: "invalid-audience",
  EXPIRED: "expired",
  NOT_YET_VALID: "not-yet-valid",
};

/** Servers ignore an audience. */
const REFUSERS: Readonly<Partial<Record<FindingCode, Refuser>>> = { "invalid-audience": "libraries" };

const PLACES: Readonly<Partial<Record<FindingCode, Path>>> = {
  "invalid-audience": ["aud"],
  expired: ["exp"],
  "not-yet-valid": ["nbf"],
};

/** The finding for an error of the verifier, in the same words. */
export function refusal(error: AccessTokenError): Draft {
  const code = CODES[error.code];
  if (code === undefined) throw error;
  return draft(code, PLACES[code] ?? [], error.message, REFUSERS[code] ?? "everyone");
}

/** The findings for what a check of the verifier throws; none when it throws nothing. */
export function refusalsOf(check: () => unknown): Draft[] {
  try {
    check();
    return [];
  } catch (error) {
    if (!AccessTokenError.is(error)) throw error;
    return [refusal(error)];
  }
}
