import { isObject } from "../../json/is-object.js";
import { getOwnAt } from "../../json/own.js";
import type { Path } from "../../json/path.js";
import { type Draft, draft, type Refuser } from "../finding.js";
import type { Content } from "../reading.js";

/** The limits of a server, in bytes of UTF-8; 0 for no limit, as in its configuration. */
export interface Limits {
  /** `max_room_name_length`, for `video.room`. */
  readonly roomName: number;
  /** `max_participant_identity_length`, for `sub`. */
  readonly identity: number;
  /** `max_participant_name_length`, for `name`. */
  readonly participantName: number;
  /** `max_metadata_size`, for `metadata`. */
  readonly metadata: number;
  /** `max_attributes_size`, for all keys and values of `attributes` together. */
  readonly attributes: number;
}

/** The limits of livekit-server by default. */
export const DEFAULT_LIMITS: Limits = {
  roomName: 256,
  identity: 256,
  participantName: 256,
  metadata: 524_288,
  attributes: 65_536,
};

/** Names over the limit are refused only when they are changed later. */
const REFUSERS: Readonly<Record<keyof Limits, Refuser | undefined>> = {
  roomName: "joining",
  identity: "joining",
  participantName: undefined,
  metadata: "joining",
  attributes: "joining",
};

export function limitFindings({ payload }: Content, limits: Limits): Draft[] {
  const identity = getOwnAt(payload, ["sub"]) ? "sub" : "jti";
  const places: readonly (readonly [keyof Limits, Path])[] = [
    ["roomName", ["video", "room"]],
    ["identity", [identity]],
    ["participantName", ["name"]],
    ["metadata", ["metadata"]],
    ["attributes", ["attributes"]],
  ];
  return places.flatMap(([name, path]) => {
    const limit = limits[name];
    const bytes = sizeOf(getOwnAt(payload, path));
    return limit === 0 || bytes <= limit
      ? []
      : [draft("over-limit", path, `has ${bytes} bytes; the server takes at most ${limit}`, REFUSERS[name])];
  });
}

/** Returns the size of a text, or of the keys and values of a map. 0 for other types, which other rules report. */
function sizeOf(value: unknown): number {
  if (typeof value === "string") return byteLength(value);
  if (!isObject(value)) return 0;
  return Object.entries(value).reduce(
    (sum, [key, text]) => sum + byteLength(key) + (typeof text === "string" ? byteLength(text) : 0),
    0,
  );
}

const encoder = new TextEncoder();

/** Returns the length in UTF-8. */
export function byteLength(text: string): number {
  return encoder.encode(text).length;
}
