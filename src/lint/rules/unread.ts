import { type MemberShape, shapes } from "../../../generated/shapes.js";
import { sinces } from "../../../generated/targets.js";
import { getOwnAt } from "../../json/own.js";
import type { Path } from "../../json/path.js";
import { LENIENT_SINCE } from "../../targets/find-unknown.js";
import { isYounger } from "../../targets/protocol-version.js";
import type { Finding } from "../finding.js";
import { spelledPath } from "../spelled-path.js";
import type { Subject } from "../subject.js";

/** Servers that ignore room configurations, that refuse what they do not know in them, and that ignore it. */
export type Era = "without" | "strict" | "lenient";

export function eraOf(protocol: string): Era {
  if (isYounger(sinces.Claims?.roomConfig?.member, protocol)) return "without";
  return isYounger(LENIENT_SINCE, protocol) ? "strict" : "lenient";
}

/**
 * What a server refuses in a room configuration though the claims that targets are asked about no longer have it: what
 * nobody knows, and a null.
 *
 * @param inConfig what is found in the room configuration
 */
export function unreadBy(protocol: string, subject: Subject, inConfig: readonly Finding[]): Finding[] {
  if (eraOf(protocol) !== "strict") return [];
  return inConfig.filter(({ code, path }) => {
    if (code === "unknown-in-room-config") return !isNumberOfEnum(path, protocol, subject);
    if (code !== "default-in-room-config" || spelledValue(path, subject) !== null) return false;
    return wayTo(path).some(({ since }) => isYounger(since, protocol));
  });
}

/** Go takes any number for an enum, known or not, where it knows the member. */
export function isNumberOfEnum(path: Path, protocol: string, subject: Subject): boolean {
  const way = wayTo(path);
  const known = !way.some(({ since }) => isYounger(since, protocol));
  return typeof spelledValue(path, subject) === "number" && known && way.at(-1)?.kind === "enum";
}

function spelledValue(path: Path, { payload }: Subject): unknown {
  return getOwnAt(payload, spelledPath(payload, path));
}

interface Step {
  /** The release that brought the member. */
  readonly since: string | undefined;
  readonly kind: MemberShape["kind"];
}

/** The members on the way to a place, as far as they are known. */
function wayTo(path: Path): Step[] {
  const steps: Step[] = [];
  let shape: string | undefined = "Claims";
  for (const name of path) {
    if (typeof name === "number") continue;
    const member: MemberShape | undefined = getOwnAt(shapes, [shape ?? "", name]) as MemberShape | undefined;
    if (member !== undefined) steps.push({ since: sinces[shape ?? ""]?.[name]?.member, kind: member.kind });
    shape = member?.of;
  }
  return steps;
}
