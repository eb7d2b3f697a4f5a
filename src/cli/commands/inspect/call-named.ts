import { nearest } from "../../../issues/nearest.js";
import { foldName } from "../../../json/fold.js";
import { CALLS, type CallName } from "../../../permissions/calls.js";
import { UsageError } from "../../terminal/usage-error.js";

/**
 * Returns the call of a name, which may come with its service and in another spelling: "livekit.RoomService/create_room".
 *
 * @throws UsageError when there is none; the message has the nearest
 */
export function callNamed(text: string): CallName {
  const names = Object.keys(CALLS) as CallName[];
  const name = text.slice(text.lastIndexOf("/") + 1);
  const found = names.find((known) => foldName(known) === foldName(name));
  if (found !== undefined) return found;
  const meant = nearest(name, names);
  const hint = meant === undefined ? `the calls are ${names.join(", ")}` : `did you mean ${meant}?`;
  throw new UsageError(`--for: there is no call of this name; ${hint}`);
}
