import { createIssue, type Issue } from "../issues/issue.js";
import { attempt, type OptionRules, oneOf, readOptions } from "../issues/options.js";
import { findUnknown, type Unknown } from "./find-unknown.js";
import { protocolOf } from "./names.js";
import type { Target } from "./target.js";

export type { Issue } from "../issues/issue.js";
export { targetNames } from "./names.js";
export type { Target } from "./target.js";

export interface TargetOptions {
  /**
   * Whether members and values that the target would ignore are issues: one for each with "refuse" (the default), none
   * with "allow". Those for which the target would refuse the token always have one.
   */
  readonly ignored?: "refuse" | "allow";
}

const OPTIONS: OptionRules<TargetOptions> = { ignored: /* @__PURE__ */ oneOf("refuse", "allow") };

/** The answer of a target to a token: it accepts it whole, ignores parts that it does not know, or refuses it. */
export type Prediction = "accept" | "ignore" | "refuse";

/**
 * A release of the server, "livekit-server@1.9.11", or of the protocol that servers and SDKs are built with,
 * "protocol@1.43.4", to mint tokens for: `toJwt({ target: target("livekit-server@1.9.11") })`.
 *
 * Its check has an issue for each member, and each value of an enum, that is set in the claims, not at its default, and
 * younger than the target. (Claims that were not built here may write out defaults of the room configuration: where the
 * name alone has the token refused, they count.) The issue's `keyword` says what would happen:
 *
 * - `"target-refuses"`: the token is refused, with 401 "invalid token". Servers with a protocol before
 *   1.45.8 (livekit-server 1.11.0 and older) do so for anything that they do not know in a room configuration.
 * - `"target-ignores"`: the token is taken as if it did not say so. All do so for claims and grants.
 *
 * A member that had another type when the target was made, and whose value is not of that type, is refused as well. So is
 * a token without `exp`, from livekit-server 1.13.6 on.
 *
 * A commit on the way to a release ("1.43.5-0.20260114074149") counts as without what the release brought.
 *
 * @throws AccessTokenError INVALID_ARGUMENT when there is no such target, which names the nearest (any later release of the
 *   protocol is one), or no such option
 */
export function target(name: string, options: TargetOptions = {}): Target {
  const protocol = protocolOf(name);
  const { ignored = "refuse" } = readOptions("target", options, OPTIONS);
  const toIssue = ({ path, reason, refused }: Unknown): Issue => {
    const what = refused
      ? `refuses a token ${path[0] === "exp" ? "without" : "that has"} it, with 401 "invalid token"`
      : "ignores it";
    const message = `${reason}; ${describe(name, protocol)} ${what}`;
    return createIssue(path, refused ? "target-refuses" : "target-ignores", message);
  };
  return {
    name,
    check(claims) {
      // Callers without types may pass anything.
      const issues = attempt("the claims", () => findUnknown(claims, protocol)).map(toIssue);
      return ignored === "allow" ? issues.filter((issue) => issue.keyword === "target-refuses") : issues;
    },
  };
}

function describe(name: string, protocol: string): string {
  return name.startsWith("protocol@") ? `a server with ${name}` : `${name} (protocol ${protocol})`;
}
