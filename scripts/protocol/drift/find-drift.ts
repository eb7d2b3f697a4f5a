import { compareProtocolVersions } from "../../../src/targets/protocol-version.js";
import { type Postponed, staleReasons } from "./postponed.js";

export interface DriftInput {
  /** The release that is imported. */
  readonly release: string;
  /** The newest that there is. */
  readonly newest: string;
  readonly postponed: readonly Postponed[];
  /** As 2026-12-31. */
  readonly today: string;
}

/** Whether nothing is to be done about the newest release, and what to print about it. */
export function findDrift({ release, newest, postponed, today }: DriftInput): { isDone: boolean; text: string } {
  const stale = staleReasons(postponed, release, today);
  if (stale.length > 0) return { isDone: false, text: stale.join("\n") };
  if (compareProtocolVersions(newest, release) <= 0) {
    return { isDone: true, text: `protocol ${release} is imported, the newest` };
  }
  // Whoever puts off a release puts off those before it, not those after.
  const line = postponed.find((each) => compareProtocolVersions(each.release, newest) >= 0);
  if (line) return { isDone: true, text: `protocol ${newest} is put off until ${line.until}: ${line.reason}` };
  return { isDone: false, text: `protocol ${newest} is out, ${release} is imported: run "npm run protocol:update"` };
}
