import { escapeControls } from "../json/escape-controls.js";
import type { Issue } from "./issue.js";

/**
 * The reason of an error. Codes are stable across releases; messages are not.
 *
 * - `INVALID_ARGUMENT`: the library is called incorrectly; the message names the argument and the fix.
 * - `INVALID_KEYS`: an API key or secret is missing, empty, not a string, or contains characters that no key contains.
 * - `INVALID_ENV`: an environment variable is missing or empty; the message names it.
 * - `INVALID_CLAIMS`: the claims, or the event of a webhook, are invalid; `issues` lists the places.
 * - `SENSITIVE_CREDENTIALS`: the room configuration contains secrets; `issues` lists the places.
 * - `UNSUPPORTED_BY_TARGET`: the target of `toJwt` would refuse the token or ignore parts of it; `issues` lists the places.
 * - `MALFORMED_TOKEN`: the token is not a compact JWS (RFC 7515) whose header and payload are JSON objects.
 * - `UNSUPPORTED_ALGORITHM`: the algorithm in the header is not HS256, or the header has a `crit` member.
 * - `INVALID_SIGNATURE`: the token is not signed with a secret of its API key.
 * - `INVALID_ISSUER`: the API key in `iss` is not one of the verifier's.
 * - `INVALID_AUDIENCE`: the token has an `aud`; LiveKit tokens have none.
 * - `EXPIRED`, `NOT_YET_VALID`: the current time is after `exp` or before `nbf` by more than the leeway.
 * - `BODY_MISMATCH`: the `sha256` claim is absent, or is not the hash of the body.
 * - `INVALID_REQUEST`: the request to a token endpoint has an invalid body; `issues` lists the places.
 * - `UNSUPPORTED_RUNTIME`: the runtime can read tokens but not sign or verify them (React Native, a page without HTTPS).
 */
export type AccessTokenErrorCode =
  | "INVALID_ARGUMENT"
  | "INVALID_KEYS"
  | "INVALID_ENV"
  | "INVALID_CLAIMS"
  | "SENSITIVE_CREDENTIALS"
  | "UNSUPPORTED_BY_TARGET"
  | "MALFORMED_TOKEN"
  | "UNSUPPORTED_ALGORITHM"
  | "INVALID_SIGNATURE"
  | "INVALID_ISSUER"
  | "INVALID_AUDIENCE"
  | "EXPIRED"
  | "NOT_YET_VALID"
  | "BODY_MISMATCH"
  | "INVALID_REQUEST"
  | "UNSUPPORTED_RUNTIME";

/** Marks the errors of all copies of the package in a process. */
const BRAND: symbol = /* @__PURE__ */ Symbol.for("livekit-claims.AccessTokenError");

/**
 * The only error class of this library. Never contains a secret, a token or a value of the claims, except a value that is
 * given where an enum is expected.
 */
export class AccessTokenError extends Error {
  readonly code: AccessTokenErrorCode;
  /** The mistakes, for codes that mention `issues`. Empty for other codes. */
  readonly issues: readonly Issue[];

  constructor(code: AccessTokenErrorCode, message: string, issues: readonly Issue[] = [], options?: ErrorOptions) {
    super(escapeControls(message), options);
    this.code = code;
    this.issues = Object.freeze([...issues]);
  }

  /**
   * Returns whether a value is an AccessTokenError of this copy of the package or another. Never throws. `instanceof`
   * fails when an application loads two copies, such as ESM beside CommonJS.
   */
  static is(value: unknown): value is AccessTokenError {
    try {
      return (value as Record<symbol, unknown>)[BRAND] === true;
    } catch {
      // Reading a member of undefined or null throws, and a proxy may.
      return false;
    }
  }
}

// Set on the prototype, so that `name` is not listed as an own member of each error. A static block would break the bundler
// of React Native.
AccessTokenError.prototype.name = "AccessTokenError";
Object.defineProperty(AccessTokenError.prototype, BRAND, { value: true });

/** Creates the error of an incorrect call. The message must name the argument and the fix. */
export function invalidArgument(message: string, options?: ErrorOptions): AccessTokenError {
  return new AccessTokenError("INVALID_ARGUMENT", message, [], options);
}

/** Creates an error whose message lists its issues. */
export function issuesError(code: AccessTokenErrorCode, what: string, issues: readonly Issue[]): AccessTokenError {
  const lines = issues.map(({ pointer, message }) => (pointer === "" ? message : `${shorten(pointer)} ${message}`));
  return new AccessTokenError(code, `${what}: ${lines.join("; ")}`, issues);
}

/** Escapes a pointer as JSON does, and cuts it after 120 characters: member names come from outside. */
function shorten(pointer: string): string {
  const quoted = JSON.stringify(pointer).slice(1, -1);
  return quoted.length > 120 ? `${quoted.slice(0, 120)}…` : quoted;
}
