import { readFileSync } from "node:fs";
import { enums, type MemberShape, shapes } from "../../generated/shapes.js";
import { sinces } from "../../generated/targets.js";
import { isObject, type Json } from "../../src/json/is-object.js";
import { getOwn } from "../../src/json/own.js";
import { spellings } from "../../src/room-config/normalize.js";
import { isYounger } from "../../src/targets/protocol-version.js";

/** The installed release of @livekit/protocol. It is older than the Go module, which the schemas follow. */
export const PROTOBUF_ES_RELEASE: string = JSON.parse(
  readFileSync(new URL("../../node_modules/@livekit/protocol/package.json", import.meta.url), "utf8"),
).version;

const ENUMS: Readonly<Record<string, Readonly<Record<string, number>>>> = enums;

/** Returns the part of a room configuration that @livekit/protocol knows. */
export function knownToProtobufEs(roomConfig: unknown): unknown {
  return knownTo(PROTOBUF_ES_RELEASE, roomConfig);
}

/** Returns a room configuration in any spelling, without members and values of enums that a release lacks. */
export function knownTo(release: string, roomConfig: unknown): unknown {
  return knownIn(roomConfig, "RoomConfiguration", release);
}

function knownIn(message: unknown, title: string, release: string): unknown {
  if (!isObject(message)) return message;
  const names = spellings(shapes[title] ?? {});
  const known = Object.entries(message).flatMap(([spelling, value]): [string, unknown][] => {
    const name = names.get(spelling);
    const shape = name === undefined ? undefined : getOwn(shapes[title], name);
    const since = name === undefined ? undefined : getOwn(sinces[title], name);
    if (isYounger(since?.member, release)) return [];
    if (shape?.kind === "enum" && isYounger(getOwn(since?.values, nameOf(value, shape)), release)) return [];
    return [[spelling, shape === undefined ? value : elementsIn(value, shape, release)]];
  });
  return Object.fromEntries(known);
}

function elementsIn(value: unknown, { of, kind, many }: MemberShape, release: string): unknown {
  if (of === undefined || kind !== undefined) return value;
  if (many === "list") return Array.isArray(value) ? value.map((element) => knownIn(element, of, release)) : value;
  return many === "map" ? value : knownIn(value, of, release);
}

function nameOf(value: unknown, { of = "" }: MemberShape): string {
  const numbers: Json = ENUMS[of] ?? {};
  return Object.keys(numbers).find((name) => numbers[name] === value) ?? String(value);
}
