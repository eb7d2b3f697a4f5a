import { enums, type MemberShape, type Shape, shapes } from "../generated/shapes.js";
import type { RoomConfiguration } from "../generated/types.js";
import { setMember } from "./snapshot.js";

const SHAPES: Readonly<Record<string, Shape>> = shapes;
const ENUMS: Readonly<Record<string, Readonly<Record<string, number>>>> = enums;

type Json = Record<string, unknown>;

/**
 * A fresh copy of a valid room configuration in canonical form: members in the schema's order, without those that are
 * at their default where protobuf cannot tell that from not set. A server refuses members that it does not know, so
 * one that says nothing must not stand there. Messages and members of a oneof stay once they are set.
 */
export function buildRoomConfiguration(config: RoomConfiguration): RoomConfiguration {
  return buildMessage(config as Json, shapes.RoomConfiguration) as RoomConfiguration;
}

function buildMessage(message: Json, shape: Shape): Json {
  const built: Json = {};
  for (const [name, member] of Object.entries(shape)) {
    const value = message[name];
    if (value === undefined || value === null || (member.oneof === undefined && isDefault(value, member))) continue;
    built[name] = buildMember(value, member);
  }
  return built;
}

function buildMember(value: unknown, { many, kind, of }: MemberShape): unknown {
  const element = (part: unknown): unknown => {
    const shape = kind === undefined && of !== undefined ? SHAPES[of] : undefined;
    return shape ? buildMessage(part as Json, shape) : part;
  };
  if (many === "list") return (value as unknown[]).map(element);
  if (many !== "map") return element(value);
  const map: Json = {};
  for (const [key, part] of Object.entries(value as Json)) setMember(map, key, element(part));
  return map;
}

function isDefault(value: unknown, { many, kind, of }: MemberShape): boolean {
  if (many !== undefined) return Object.keys(value as object).length === 0;
  if (kind === "enum") return ENUMS[of as string]?.[value as string] === 0;
  return of === undefined && !value;
}
