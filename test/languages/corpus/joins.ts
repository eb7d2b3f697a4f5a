import { isObject } from "../../../src/json/is-object.js";

const SUBS = [undefined, "", "a", null, 1];
const JOINS = [undefined, true, false, "true", 1, null];
const ROOMS = [undefined, "", "r", null, 3, ["r"]];

/** Claims for each branch of the rule that to join a room needs a `sub` and a `room`. */
export function joins(): unknown[] {
  const grants = JOINS.flatMap((roomJoin) => ROOMS.map((room) => ({ roomJoin, room })));
  return [undefined, null, ...grants].flatMap((video) => SUBS.map((sub) => ({ exp: 1, iss: "a", sub, video })));
}

/** Claims or video grants with all that joining needs, where they permit it: that is a rule which no type tells. */
export function ableToJoin(value: unknown): unknown {
  if (!isObject(value)) return value;
  if (value.roomJoin === true) return { room: "r", ...value };
  if (!isObject(value.video) || value.video.roomJoin !== true) return value;
  return { sub: "alice", ...value, video: { room: "r", ...value.video } };
}
