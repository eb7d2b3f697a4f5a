import { escapeControls } from "../json/escape-controls.js";
import type { Issue } from "./issue.js";

/**
 * The reason of an error, stable across releases; the message is not.
 *
 * - `INVALID_ARGUMENT`: the library is called in a wrong way; the message names the argument and the fix.
 * - `INVALID_KEYS`: an API key or secret is empty, no string, or has characters that no key has.
 * - `INVALID_ENV`: an environment variable is missing or empty; the message names it.
 * - `INVALID_CLAIMS`: the claims break the schema; `issues` says where.
 * - `SENSITIVE_CREDENTIALS`: the room configuration holds secrets; `issues` says where.
 * - `UNSUPPORTED_BY_TARGET`: the target of `toJwt` does not know what the claims say; `issues` says where.
 * - `MALFORMED_TOKEN`: not a compact JWS with a JSON object inside.
 * - `UNSUPPORTED_ALGORITHM`: the header names anything but HS256, or has a `crit` member.
 * - `INVALID_SIGNATURE`: not signed with a secret of this key.
 * - `INVALID_ISSUER`: signed for another API key.
 * - `INVALID_AUDIENCE`: the token has an `aud`; LiveKit tokens have none.
 * - `EXPIRED`, `NOT_YET_VALID`: outside its time, leeway included.
 * - `BODY_MISMATCH`: the `sha256` claim is absent or that of another body.
 * - `INVALID_REQUEST`: the request to a token endpoint has an invalid body; `issues` says where.
 * - `UNSUPPORTED_RUNTIME`: the runtime can read tokens, and not sign or verify them (React Native, a page without HTTPS).
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

/** Shared by all copies of the package in one process, whichever of them made the error. */
const BRAND: symbol = /* @__PURE__ */ Symbol.for("livekit-claims.AccessTokenError");

/** The one error of this library. It never holds a secret, a token or a value of the claims other than an enum's. */
export class AccessTokenError extends Error {
  readonly code: AccessTokenErrorCode;
  /** Where the claims are at fault, for the codes that say so; otherwise empty. */
  readonly issues: readonly Issue[];

  constructor(code: AccessTokenErrorCode, message: string, issues: readonly Issue[] = [], options?: ErrorOptions) {
    super(escapeControls(message), options);
    this.code = code;
    this.issues = Object.freeze([...issues]);
  }

  /**
   * Says whether a value is an AccessTokenError, of this copy of the package or another: `instanceof` fails where an
   * application loads two, as ESM beside CommonJS.
   */
  static is(value: unknown): value is AccessTokenError {
    try {
      return typeof value === "object" && value !== null && BRAND in value;
    } catch {
      // A proxy may throw at any question.
      return false;
    }
  }
}

// On the prototype, so that no error shows it as a member of its own. A static block breaks React Native's bundler.
AccessTokenError.prototype.name = "AccessTokenError";
Object.defineProperty(AccessTokenError.prototype, BRAND, { value: true });

/** An error for a call that no input could have made right; the message names the argument and the fix. */
export function invalidArgument(message: string, options?: ErrorOptions): AccessTokenError {
  return new AccessTokenError("INVALID_ARGUMENT", message, [], options);
}

/** An error whose message is that of its issues. */
export function issuesError(code: AccessTokenErrorCode, what: string, issues: readonly Issue[]): AccessTokenError {
  const lines = issues.map(({ pointer, message }) => (pointer === "" ? message : `${shorten(pointer)} ${message}`));
  return new AccessTokenError(code, `${what}: ${lines.join("; ")}`, issues);
}

/** Member names come from outside: they are quoted as JSON does, and long ones cut. */
function shorten(pointer: string): string {
  const quoted = JSON.stringify(pointer).slice(1, -1);
  return quoted.length > 120 ? `${quoted.slice(0, 120)}…` : quoted;
}
