import { type MemberShape, type Shape, shapes } from "../../generated/shapes.js";
import type { RoomConfiguration } from "../../generated/types.js";
import type { Json } from "../json/is-object.js";
import { setMember } from "../json/set-member.js";
import { enumNumbers } from "./enums.js";

/**
 * Returns a new copy of a valid room configuration in canonical form. Members are in the order of the Rust SDK. A member at
 * its default is omitted where protobuf does not distinguish the default from absence, since old servers reject members that
 * they do not know. Messages and members of a oneof are kept even at their default.
 */
export function buildRoomConfiguration(config: RoomConfiguration): RoomConfiguration {
  return buildMessage(config as Json, shapes.RoomConfiguration as Shape) as RoomConfiguration;
}

/**
 * Returns a new copy of a valid message in canonical form.
 *
 * @param message an object that inherits nothing, as snapshot and the normalizer return
 */
export function buildMessage(message: Json, shape: Shape): Json {
  const built: Json = {};
  for (const name in shape) {
    const value = message[name];
    if (value === undefined) continue;
    const member = shape[name] as MemberShape;
    if (isAtDefault(value, member)) continue;
    built[name] = buildMember(value, member);
  }
  return built;
}

function buildMember(value: unknown, member: MemberShape): unknown {
  if (member.many === "list") return (value as unknown[]).map((element) => buildValue(element, member));
  if (member.many !== "map") return buildValue(value, member);
  const map: Json = {};
  for (const [key, element] of Object.entries(value as Json)) setMember(map, key, buildValue(element, member));
  return map;
}

function buildValue(value: unknown, { kind, of }: MemberShape): unknown {
  return of === undefined || kind === "enum" ? value : buildMessage(value as Json, shapes[of] as Shape);
}

/** Whether a member has its default, and protobuf does not distinguish the default from absence. */
export function isAtDefault(value: unknown, { many, kind, of, oneof }: MemberShape): boolean {
  if (oneof !== undefined) return false;
  if (many !== undefined) return Object.keys(value as object).length === 0;
  if (kind === "enum") return typeof value === "string" && enumNumbers(of as string)[value] === 0;
  return !value;
}
