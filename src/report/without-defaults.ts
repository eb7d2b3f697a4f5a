import { fillClaims } from "../../generated/fillers.js";
import { isObject, type Json } from "../json/is-object.js";
import { getOwn } from "../json/own.js";

/** Returns claims as they are in a token, without those that say what their absence says too. */
export function withoutDefaults(claims: Json): Json {
  // What a default follows from another member, such as canPublishData from canPublish, is that of these claims.
  const video = getOwn(claims, "video");
  const canPublish = getOwn(video, "canPublish");
  const init = typeof canPublish === "boolean" ? { video: { canPublish } } : {};
  return without(
    claims,
    fillClaims(init as Parameters<typeof fillClaims>[0]) as unknown as Json,
    fillClaims(EMPTY) as unknown as Json,
  );
}

const EMPTY = {} as Parameters<typeof fillClaims>[0];

/**
 * @param following the defaults that follow from other members
 * @param defaults the defaults of members on which others depend
 */
function without(object: Json, following: Json, defaults: Json): Json {
  return Object.fromEntries(
    Object.entries(object).flatMap(([name, value]): [string, unknown][] => {
      const [follows, absent] = [getOwn(following, name), getOwn(defaults, name)];
      if (isObject(value) && isObject(follows) && isObject(absent) && Object.keys(absent).length > 0) {
        return [[name, without(value, follows, absent)]];
      }
      const isDependedOn = follows !== undefined && !isSame(follows, absent) && name === "canPublish";
      return isSame(value, isDependedOn ? absent : follows) ? [] : [[name, value]];
    }),
  );
}

function isSame(value: unknown, other: unknown): boolean {
  return other !== undefined && JSON.stringify(value) === JSON.stringify(other);
}
