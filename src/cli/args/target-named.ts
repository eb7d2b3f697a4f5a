import { AccessTokenError } from "../../issues/error.js";
import { target } from "../../targets/create-target.js";
import type { Target } from "../../targets/target.js";
import { UsageError } from "../terminal/usage-error.js";
import { targetName } from "./target-name.js";

/** @throws UsageError when there is no such target */
export function targetNamed(name: string | undefined): Target | undefined {
  if (name === undefined) return undefined;
  try {
    return target(targetName(name));
  } catch (error) {
    if (AccessTokenError.is(error)) throw new UsageError(`--target: ${error.message}`);
    throw error;
  }
}
