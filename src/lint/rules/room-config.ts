import { enums, type MemberShape, shapes } from "../../../generated/shapes.js";
import type { RoomConfiguration } from "../../../generated/types.js";
import { notInEnum } from "../../issues/schema-issues.js";
import { isObject } from "../../json/is-object.js";
import { getOwnAt } from "../../json/own.js";
import type { Path } from "../../json/path.js";
import { buildRoomConfiguration } from "../../room-config/build.js";
import { spellings } from "../../room-config/normalize.js";
import { findSecrets } from "../../room-config/secrets.js";
import { createFinding, type Finding, fromIssue } from "../finding.js";
import type { Subject } from "../subject.js";
import { unknownNames } from "./unknown-names.js";

const ENUMS: Readonly<Record<string, Readonly<Record<string, number>>>> = enums;

const ROOT: Path = ["roomConfig"];

/**
 * What stands in the room configuration and should not: secrets, what says nothing, what nobody knows. Places are spelled
 * as the schema does.
 */
export function roomConfigFindings({ payload, normalized, issues }: Subject): Finding[] {
  const { roomConfig } = normalized;
  if (!isObject(roomConfig)) return [];
  const valid = issues.every(({ path }) => path[0] !== ROOT[0]);
  // What only a valid one lets be told is told when the rest is mended.
  const canonical = valid ? buildRoomConfiguration(roomConfig as RoomConfiguration) : undefined;
  return [
    ...findSecrets(roomConfig, "refuse").map((at) =>
      createFinding("secret-in-room-config", at, "is a secret that whoever holds the token can read"),
    ),
    ...findSecrets(roomConfig, "warn").map((at) =>
      createFinding("access-key-in-room-config", at, "names an account to whoever holds the token"),
    ),
    ...inMessage("RoomConfiguration", payload.roomConfig, roomConfig, canonical, ROOT),
  ];
}

/** Compares a message in the token with what is left of it when it is decoded, and when it is minted again. */
function inMessage(message: string, raw: unknown, normalized: unknown, canonical: unknown, path: Path): Finding[] {
  if (!isObject(raw)) return [];
  const names = spellings(message);
  const unknown = Object.keys(raw).filter((spelling) => !names.has(spelling));
  const known = Object.entries(raw).flatMap(([spelling, value]) => {
    const name = names.get(spelling);
    if (name === undefined) return [];
    const member = shapes[message]?.[name] as MemberShape;
    const at = [...path, name];
    if (value === null) return [saysNothing(at, "null")];
    const [decoded, minted] = [getOwnAt(normalized, [name]), getOwnAt(canonical, [name])];
    // Of two spellings only one is decoded: what the other holds may be gone too, whatever it is.
    if (decoded === undefined) return member.kind === "enum" ? [unknownValue(at, member, value)] : [];
    if (canonical !== undefined && minted === undefined) return [saysNothing(at, "its default")];
    return inMember(member, value, decoded, minted, at);
  });
  return [...unknownNames("unknown-in-room-config", path, unknown).map(refusedByOld), ...known];
}

function inMember(member: MemberShape, raw: unknown, normalized: unknown, canonical: unknown, path: Path): Finding[] {
  const { of, kind, many } = member;
  if (of === undefined || kind === "enum") return [];
  if (many === undefined) return inMessage(of, raw, normalized, canonical, path);
  return (typeof raw === "object" && raw !== null ? Object.entries(raw) : []).flatMap(([key, element]) => {
    const segment = many === "list" ? Number(key) : key;
    const [decoded, minted] = [getOwnAt(normalized, [segment]), getOwnAt(canonical, [segment])];
    return inMessage(of, element, decoded, minted, [...path, segment]);
  });
}

function saysNothing(path: Path, what: string): Finding {
  const message = `is ${what}, as it is when absent; servers of 1.11.0 and older refuse the token if they do not know it`;
  return createFinding("default-in-room-config", path, message);
}

function unknownValue(path: Path, { of }: MemberShape, value: unknown): Finding {
  const issue = notInEnum(path, Object.keys(ENUMS[of as string] ?? {}), value);
  const finding = fromIssue("unknown-in-room-config", issue);
  // Go takes any number for an enum.
  return typeof value === "number" ? finding : refusedByOld(finding);
}

function refusedByOld(finding: Finding): Finding {
  return { ...finding, message: `${finding.message}; servers of 1.11.0 and older refuse the token for it` };
}
