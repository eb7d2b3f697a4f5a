import { compareProtocolVersions } from "../../../src/targets/protocol-version.js";
import { type Postponed, staleReasons } from "./postponed.js";

export interface DriftInput {
  /** The imported release. */
  readonly release: string;
  /** The newest release. */
  readonly newest: string;
  readonly postponed: readonly Postponed[];
  /** The date, such as 2026-12-31. */
  readonly today: string;
}

/** Returns whether the newest release is imported or postponed, and the text to print. */
export function findDrift({ release, newest, postponed, today }: DriftInput): { isDone: boolean; text: string } {
  const stale = staleReasons(postponed, release, today);
  if (stale.length > 0) return { isDone: false, text: stale.join("\n") };
  if (compareProtocolVersions(newest, release) <= 0) {
    return { isDone: true, text: `protocol ${release} is imported and is the newest` };
  }
  // A postponed release also postpones earlier ones, but not later ones.
  const line = postponed.find((each) => compareProtocolVersions(each.release, newest) >= 0);
  if (line) return { isDone: true, text: `protocol ${newest} is postponed until ${line.until}: ${line.reason}` };
  return {
    isDone: false,
    text: `protocol ${newest} is available, but ${release} is imported; run "npm run protocol:update"`,
  };
}
