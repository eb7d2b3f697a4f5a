import { isObject } from "../../../src/json/is-object.js";

const SUBS = [undefined, "", "a", null, 1];
const JOINS = [undefined, true, false, "true", 1, null];
const ROOMS = [undefined, "", "r", null, 3, ["r"]];

/** Returns claims for each branch of the rule that joining a room requires `sub` and `room`. */
export function joins(): unknown[] {
  const grants = JOINS.flatMap((roomJoin) => ROOMS.map((room) => ({ roomJoin, room })));
  return [undefined, null, ...grants].flatMap((video) => SUBS.map((sub) => ({ exp: 1, iss: "a", sub, video })));
}

/** Adds the members that joining requires to claims or video grants that permit it. No type expresses this rule. */
export function ableToJoin(value: unknown): unknown {
  if (!isObject(value)) return value;
  if (value.roomJoin === true) return { room: "r", ...value };
  if (!isObject(value.video) || value.video.roomJoin !== true) return value;
  return { sub: "alice", ...value, video: { room: "r", ...value.video } };
}
