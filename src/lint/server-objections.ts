import { fillClaims } from "../../generated/fillers.js";
import { enums, type MemberShape, shapes } from "../../generated/shapes.js";
import { sinces } from "../../generated/targets.js";
import type { Claims } from "../../generated/types.js";
import { getOwn, getOwnAt } from "../json/own.js";
import { type Path, toPointer } from "../json/path.js";
import { EXP_SINCE, findYoung, LENIENT_SINCE, unknownTo } from "../targets/find-unknown.js";
import { protocolOf, targetNames } from "../targets/names.js";
import { isYounger } from "../targets/protocol-version.js";
import { DEFAULT_LEEWAY } from "../verify/registered-claims.js";
import type { Content, Reading } from "./reading.js";
import type { Surplus } from "./room-config-record.js";
import { findUnknownNames } from "./rules/unknown-members.js";

/**
 * The commit, before 1.46.7, since which auth/verifier.go of the protocol reads tokens with golang-jwt instead of go-jose
 * (livekit/protocol#1606): names in any case, a claim twice, whatever `iat`, whatever `crit`, and no algorithm but HS256.
 */
const GOLANG_JWT_SINCE = "1.46.7-0.20260605212020";

/** Where a server objects to the header, among pointers into the payload. */
export const HEADER = "the header";

/** Whether the servers of a release refuse the token for its header. */
export function rejectsHeader({ oddHeader }: Reading, protocol: string): boolean {
  if (oddHeader === undefined) return false;
  return isYounger(GOLANG_JWT_SINCE, protocol) === (oddHeader === "crit");
}

/** The last release of the server that reads tokens with go-jose, and the first that reads them with golang-jwt. */
export function jwtReleases(): { readonly jose: string; readonly golangJwt: string } {
  const names = targetNames();
  const first = names.findIndex((name) => !isYounger(GOLANG_JWT_SINCE, protocolOf(name)));
  const [jose = "", golangJwt = ""] = names.slice(first - 1).map((name) => name.slice(name.indexOf("@") + 1));
  return { jose, golangJwt };
}

/** Servers that ignore room configurations, that refuse what they do not know in them, and that ignore it. */
type ConfigEra = "without" | "strict" | "lenient";

function configEraOf(protocol: string): ConfigEra {
  if (isYounger(sinces.Claims?.roomConfig?.member, protocol)) return "without";
  return isYounger(LENIENT_SINCE, protocol) ? "strict" : "lenient";
}

/** Releases of one era differ in no more than what they know, and later ones know more. */
export function eraOf(protocol: string): string {
  return [configEraOf(protocol), isYounger(GOLANG_JWT_SINCE, protocol), isYounger(EXP_SINCE, protocol)].join();
}

/** A place for which a server refuses the token, or which it ignores. */
export interface Objection {
  readonly kind: "refuse" | "ignore";
  /** Into the payload as it is in the token, or {@link HEADER}. */
  readonly pointer: string;
}

/**
 * Returns what the servers of a release object to, for claims that are valid as servers read them. The claims are walked once,
 * whoever is asked about.
 *
 * @param now in seconds
 */
export function objectionsTo(reading: Reading, content: Content, now: number): (protocol: string) => Objection[] {
  const written = reading.content ?? content;
  const always = placesIgnoredByAll(written);
  const folded = findUnknownNames(written).filter((name) => name.folded !== undefined);
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
    ...(rejectsHeader(reading, protocol) ? [{ kind: "refuse", pointer: HEADER } as const] : []),
    ...unknownTo(protocol, young)
      .filter(({ path }) => !isNumberOfEnum(content, path, protocol))
      .map(({ path, refused }) => objection(refused, path, content.roomConfig.rawPath(path))),
    ...rejectedBeforeDecode(content, protocol).map(({ path, rawPath }) => objection(true, path, rawPath)),
    ...rejectedForForm(reading, content, protocol, now).map((path) => objection(true, path, path)),
    ...always.map((path) => objection(false, path, path)),
    ...ignoredInRoomConfig(content, protocol).map(({ path, rawPath }) => objection(false, path, rawPath)),
    ...(isYounger(GOLANG_JWT_SINCE, protocol)
      ? folded.map(({ path, name }) => objection(false, [...path, name], [...path, name]))
      : []),
  ];
}

/** Returns the places for which servers of a release refuse the token, whatever they know: its iat, and members twice. */
export function rejectedForForm(
  { duplicates }: Reading,
  { payload }: Content,
  protocol: string,
  now: number,
): readonly Path[] {
  const isJose = isYounger(GOLANG_JWT_SINCE, protocol);
  const iat = getOwn(payload, "iat");
  const isEarly = typeof iat === "number" && iat - now > DEFAULT_LEEWAY;
  return [...duplicates.filter(([claim]) => isJose || claim === "roomConfig"), ...(isJose && isEarly ? [["iat"]] : [])];
}

/** Returns names and enum values that no server knows. */
function placesIgnoredByAll(content: Content): Path[] {
  const { payload } = content;
  const names = findUnknownNames(content).filter(({ folded }) => folded === undefined);
  const kind = getOwn(payload, "kind");
  const details = getOwn(payload, "kindDetails");
  const isUnknown = (value: unknown, known: object): boolean =>
    typeof value === "string" && !Object.hasOwn(known, value);
  return [
    ...names.filter(({ name }) => name !== "aud").map(({ path, name }) => [...path, name]),
    ...(isUnknown(kind, { ...enums.ParticipantKind, "": 0 }) ? [["kind"]] : []),
    ...(Array.isArray(details) ? [...details.entries()] : [])
      .filter(([, value]) => isUnknown(value, enums.ParticipantKindDetail))
      .map(([index]) => ["kindDetails", index]),
  ];
}

/** Returns the members and enum values of a room configuration that lenient servers drop: those that no release knows. */
function ignoredInRoomConfig({ roomConfig }: Content, protocol: string): Surplus[] {
  if (configEraOf(protocol) !== "lenient") return [];
  return roomConfig.surplus.filter(
    ({ kind, value }) => kind === "member" || (kind === "value" && typeof value !== "number"),
  );
}

/** Returns the claims with the room configuration as written, members at their default included: older servers refuse those. */
export function writtenClaims({ normalized }: Content): Claims {
  const claims = fillClaims(normalized as unknown as Claims);
  // Unlike other claims, exp has no default to a server.
  if (getOwn(normalized, "exp") === undefined) delete (claims as Partial<Claims>).exp;
  return claims;
}

/** Whether a place of the claims is in the token, and not a default that was filled in. */
export function isWritten({ payload, roomConfig }: Content, path: Path): boolean {
  return getOwnAt(payload, roomConfig.rawPath(path)) !== undefined;
}

/** Returns the places of a room configuration that servers of a release refuse, and that never reach the claims: unknown members and values, and nulls. */
export function rejectedBeforeDecode({ roomConfig }: Content, protocol: string): Surplus[] {
  if (configEraOf(protocol) !== "strict") return [];
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
