import { shapes } from "../../generated/shapes.js";
import type { Claims } from "../../generated/types.js";
import { getOwnAt } from "../json/own.js";
import { agentPermissions } from "./agent-permissions.js";
import { type Describe, may, mayNot, type Permission } from "./permission.js";
import { roomPermissions } from "./room-permissions.js";

/** Claims whose members have a say about each other. In other grants each boolean that is true permits what it says. */
const WITH_RULES: readonly string[] = [
  "video",
  "agentEndpoint",
  "agentThread",
  "roomConfig",
] satisfies (keyof Claims)[];

/**
 * Returns what the claims permit, and what they seem to permit and do not, in sentences.
 *
 * @param joiningRefusal why servers do not let the holder join, though the grants permit it
 */
export function permissionsOf(claims: Claims, describe: Describe, joiningRefusal?: string): Permission[] {
  const plain = Object.entries(shapes.Claims ?? {}).flatMap(([claim, { of }]) => {
    if (of === undefined || WITH_RULES.includes(claim)) return [];
    const granted = Object.keys(shapes[of] ?? {}).filter((member) => getOwnAt(claims, [claim, member]) === true);
    return granted.map((member) => may(describe(of, member)));
  });
  const all = [...roomPermissions(claims, describe, joiningRefusal), ...plain, ...agentPermissions(claims)];
  return all.some((permission) => permission.may) ? all : [...all, mayNot("do anything else: no grant permits it")];
}
