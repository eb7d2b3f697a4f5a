import type { Claims } from "../../generated/types.js";
import type { Issue } from "../issues/issue.js";

/** A release of the server or the protocol that tokens are minted for. */
export interface Target {
  /** The name of the release: "livekit-server@1.9.11". */
  readonly name: string;
  /** Returns an issue for each place in the claims that the target would ignore, or refuse the token for. */
  check(claims: Claims): readonly Issue[];
}
