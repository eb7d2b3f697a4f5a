import { AccessTokenError, type AccessTokenErrorCode } from "../../issues/error.js";

/** An error of the library with the fix for the command line. */
export class HintedError extends AccessTokenError {
  readonly hint: string;

  constructor(code: AccessTokenErrorCode, message: string, hint: string) {
    super(code, message);
    this.hint = hint;
  }
}
