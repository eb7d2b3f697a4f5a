import { createIssue, type Issue } from "../issues/issue.js";
import { attempt, type OptionRules, oneOf, plainObject, readOptions } from "../issues/options.js";
import { findUnknown, type Unknown } from "./find-unknown.js";
import { protocolOf } from "./names.js";
import type { Target } from "./target.js";

export type { Issue } from "../issues/issue.js";
export { targetNames } from "./names.js";
export type { Target } from "./target.js";

/** The options of {@link target}. */
export interface TargetOptions {
  /**
   * Whether members and values that the target would ignore are issues. Default: "refuse", one issue for each. With "allow",
   * they are none. A member or value for which the target would refuse the token is always an issue.
   */
  readonly ignored?: "refuse" | "allow";
}

const OPTIONS: OptionRules<TargetOptions> = { ignored: /* @__PURE__ */ oneOf("refuse", "allow") };

/** The answer of a target to a token: "accept" it whole, "ignore" the parts that it does not know, or "refuse" it. */
export type Prediction = "accept" | "ignore" | "refuse";

/**
 * Returns a target to mint tokens for: `toJwt({ target: target("livekit-server@1.9.11") })`.
 *
 * The check of a target returns an issue for each member and enum value that is set in the claims and newer than the target.
 * Members at their default do not count, except in a room configuration, if the target refuses a token for unknown names in
 * it. (Claims that were not built by this library may contain such defaults.) The `keyword` of the issue is the consequence:
 *
 * - `"target-refuses"`: the target refuses the token with 401 "invalid token". Servers with a protocol before 1.45.8
 *   (livekit-server 1.11.0 and older) do so for everything that they do not know in a room configuration.
 * - `"target-ignores"`: the target accepts the token and ignores the member or value. All servers do so for claims and grants.
 *
 * A target also refuses a token with a member that had another type in the target, if the value does not have that type. From
 * livekit-server 1.13.6 on, it also refuses a token without `exp`.
 *
 * A commit before a release ("1.43.5-0.20260114074149") counts as lacking everything that the release added.
 *
 * @param name a release of the server, "livekit-server@1.9.11", or of the protocol that servers and SDKs are built with,
 *   "protocol@1.43.4". Any later release of the protocol is accepted.
 * @throws AccessTokenError INVALID_ARGUMENT for an unknown target (the message suggests the nearest), an unknown option, or an
 *   invalid value of one
 */
export function target(name: string, options: TargetOptions = {}): Target {
  const protocol = protocolOf(name);
  const { ignored = "refuse" } = readOptions("target", options, OPTIONS);
  const toIssue = ({ path, reason, refused }: Unknown): Issue => {
    const consequence = refused
      ? `refuses a token ${path[0] === "exp" ? "without" : "that has"} it, with 401 "invalid token"`
      : "ignores it";
    const message = `${reason}; ${describe(name, protocol)} ${consequence}`;
    return createIssue(path, refused ? "target-refuses" : "target-ignores", message);
  };
  return {
    name,
    check(claims) {
      const issues = attempt("the claims", () => findUnknown(plainObject("the claims", claims), protocol)).map(toIssue);
      return ignored === "allow" ? issues.filter((issue) => issue.keyword === "target-refuses") : issues;
    },
  };
}

function describe(name: string, protocol: string): string {
  return name.startsWith("protocol@") ? `a server with ${name}` : `${name} (protocol ${protocol})`;
}
