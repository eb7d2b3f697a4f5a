import type { Claims } from "../../generated/types.js";
import type { Issue } from "../issues/issue.js";

/** A server or protocol release that tokens are minted for. */
export interface Target {
  /** The name: "livekit-server@1.9.11". */
  readonly name: string;
  /** Returns an issue for each place in the claims that the target does not know. */
  check(claims: Claims): readonly Issue[];
}
