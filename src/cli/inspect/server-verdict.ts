import { type MemberShape, shapes } from "../../../generated/shapes.js";
import { sinces } from "../../../generated/targets.js";
import { type Path, toPointer } from "../../issue.js";
import { ownValueAt } from "../../lint/own-value.js";
import { spelledPath } from "../../lint/spelled-path.js";
import type { Subject } from "../../lint/subject.js";
import { targetFindings } from "../../lint/target-findings.js";
import type { Finding } from "../../lint.js";
import { compareProtocolVersions } from "../../protocol-version.js";
import { protocolOf } from "../../targets/find-target.js";
import { LENIENT_SINCE } from "../../targets/find-unknown.js";
import { type Prediction, target } from "../../targets.js";

/** What a server does with a token, as far as it is a matter of what it knows. */
export interface ServerVerdict {
  readonly prediction: Prediction;
  /** JSON pointers to what it refuses the token for, or ignores. */
  readonly because: readonly string[];
}

/** Servers that ignore room configurations, that refuse what they do not know in them, and that ignore it. */
export type Era = "without" | "strict" | "lenient";

export function eraOf(name: string): Era {
  const protocol = protocolOf(name);
  if (isYounger(sinces.Claims?.roomConfig?.member, protocol)) return "without";
  return isYounger(LENIENT_SINCE, protocol) ? "strict" : "lenient";
}

/** @param inConfig what is found in the room configuration */
export function verdictOf(name: string, subject: Subject, inConfig: readonly Finding[]): ServerVerdict {
  const protocol = protocolOf(name);
  const findings = targetFindings(subject, target(name)).filter(({ path }) => !isNumberOfEnum(path, protocol, subject));
  const unread = eraOf(name) === "strict" ? inConfig.filter((finding) => isUnknownTo(protocol, finding, subject)) : [];
  const refused = placesOf([...findings.filter(({ code }) => code === "target-refuses"), ...unread], subject);
  if (refused.length > 0) return { prediction: "refuse", because: refused };
  const ignored = placesOf(findings, subject);
  return { prediction: ignored.length > 0 ? "ignore" : "accept", because: ignored };
}

/** As they are spelled in the token. */
function placesOf(findings: readonly Finding[], { payload }: Subject): string[] {
  return [...new Set(findings.map(({ path }) => toPointer(spelledPath(payload, path))))];
}

/** What nobody knows, and a null, which the claims that targets look at no longer have. */
function isUnknownTo(protocol: string, { code, path }: Finding, subject: Subject): boolean {
  if (code === "unknown-in-room-config") return !isNumberOfEnum(path, protocol, subject);
  const { payload } = subject;
  if (code !== "default-in-room-config" || ownValueAt(payload, spelledPath(payload, path)) !== null) return false;
  return wayTo(path).some(({ since }) => isYounger(since, protocol));
}

/** Go takes any number for an enum, known or not, where it knows the member. */
function isNumberOfEnum(path: Path, protocol: string, { payload }: Subject): boolean {
  const value = ownValueAt(payload, spelledPath(payload, path));
  const way = wayTo(path);
  const known = !way.some(({ since }) => isYounger(since, protocol));
  return typeof value === "number" && known && way.at(-1)?.kind === "enum";
}

function isYounger(since: string | undefined, protocol: string): boolean {
  return since !== undefined && compareProtocolVersions(since, protocol) > 0;
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
    const member: MemberShape | undefined = ownValueAt(shapes, [shape ?? "", name]) as MemberShape | undefined;
    if (member !== undefined) steps.push({ since: sinces[shape ?? ""]?.[name]?.member, kind: member.kind });
    shape = member?.of;
  }
  return steps;
}
