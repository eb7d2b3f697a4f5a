import { fillClaims } from "../../generated/fillers.js";
import { type MemberShape, shapes } from "../../generated/shapes.js";
import { sinces } from "../../generated/targets.js";
import type { Claims } from "../../generated/types.js";
import { getOwnAt } from "../json/own.js";
import { type Path, toPointer } from "../json/path.js";
import { findYoung, LENIENT_SINCE, unknownTo } from "../targets/find-unknown.js";
import { isYounger } from "../targets/protocol-version.js";
import type { Content } from "./reading.js";
import type { Surplus } from "./room-config-record.js";

/** Servers that ignore room configurations, that refuse what they do not know in them, and that ignore it. */
export type Era = "without" | "strict" | "lenient";

export function eraOf(protocol: string): Era {
  if (isYounger(sinces.Claims?.roomConfig?.member, protocol)) return "without";
  return isYounger(LENIENT_SINCE, protocol) ? "strict" : "lenient";
}

/** A place for which a server refuses the token, or which it ignores. */
export interface Objection {
  readonly kind: "refuse" | "ignore";
  /** Into the payload as it stands in the token. */
  readonly pointer: string;
}

/** Returns what the servers of a release object to, for valid claims. The claims are walked once, whoever is asked about. */
export function objectionsTo(content: Content): (protocol: string) => Objection[] {
  const young = findYoung(writtenClaims(content)).filter(
    ({ path, isMissing }) => isMissing || isWritten(content, path),
  );
  const pointers = new Map<Path, string>();
  const objection = (refused: boolean, path: Path, rawPath: Path): Objection => {
    const pointer = pointers.get(path) ?? toPointer(rawPath);
    pointers.set(path, pointer);
    return { kind: refused ? "refuse" : "ignore", pointer };
  };
  return (protocol) => [
    ...unknownTo(protocol, young)
      .filter(({ path }) => !isNumberOfEnum(content, path, protocol))
      .map(({ path, refused }) => objection(refused, path, content.roomConfig.rawPath(path))),
    ...rejectedBeforeDecode(content, protocol).map(({ path, rawPath }) => objection(true, path, rawPath)),
  ];
}

/** The claims with the room configuration as it stands, members at their default included: older servers refuse those. */
export function writtenClaims({ normalized }: Content): Claims {
  return fillClaims(normalized as unknown as Claims);
}

/** Whether a place of the claims is in the token, and not a default that was filled in. */
export function isWritten({ payload, roomConfig }: Content, path: Path): boolean {
  return getOwnAt(payload, roomConfig.rawPath(path)) !== undefined;
}

/** What servers of a release refuse in a room configuration though it never reaches the claims: what nobody knows, and null. */
export function rejectedBeforeDecode({ roomConfig }: Content, protocol: string): Surplus[] {
  if (eraOf(protocol) !== "strict") return [];
  return roomConfig.surplus.filter(
    ({ kind, path, value }) =>
      kind === "member" ||
      (kind === "value" && !isEnumNumber(path, protocol, value)) ||
      (kind === "null" && wayTo(path).some(({ since }) => isYounger(since, protocol))),
  );
}

/** Whether a place holds a number of an enum, which Go takes, known or not, where it knows the member. */
export function isNumberOfEnum({ payload, roomConfig }: Content, path: Path, protocol: string): boolean {
  return isEnumNumber(path, protocol, getOwnAt(payload, roomConfig.rawPath(path)));
}

function isEnumNumber(path: Path, protocol: string, value: unknown): boolean {
  if (typeof value !== "number") return false;
  const way = wayTo(path);
  return way.at(-1)?.kind === "enum" && !way.some(({ since }) => isYounger(since, protocol));
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
