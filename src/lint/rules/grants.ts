import { type Shape, shapes } from "../../../generated/shapes.js";
import type { VideoGrants } from "../../../generated/types.js";
import { isObject, type Json } from "../../json/is-object.js";
import { getOwn, getOwnAt } from "../../json/own.js";
import type { Path } from "../../json/path.js";
import { type Draft, draft } from "../finding.js";
import type { Content } from "../reading.js";

/** Grants for the room that a participant joins. They permit nothing by themselves. */
const IN_ROOM: readonly string[] = [
  "canPublish",
  "canSubscribe",
  "canPublishData",
  "canUpdateOwnMetadata",
  "hidden",
  "recorder",
  "canSubscribeMetrics",
  "canManageAgentSession",
] satisfies (keyof VideoGrants)[];

/** Grants for the whole project, and the rights that a participant gets with them. */
const PROJECT_WIDE: readonly (readonly [path: Path, right: string])[] = [
  [["video", "roomCreate"], "create and delete every room"],
  [["video", "roomList"], "list every room"],
  [["video", "roomRecord"], "start and stop recordings of every room"],
  [["video", "ingressAdmin"], "manage every ingress"],
  [["video", "agent"], "register as a worker, and get the jobs of every room"],
  [["sip", "admin"], "manage trunks, dispatch rules and calls"],
];

/** Finds grants that permit nothing as they are, and grants that permit more than a participant needs. */
export function grantFindings({ payload }: Content): Draft[] {
  const at = (member: string): unknown => getOwnAt(payload, ["video", member]);
  const found: Draft[] = [];
  if (at("roomAdmin") === true && !at("room")) {
    const message = "permits nothing: it is for the room in video.room, which is empty";
    found.push(draft("admin-without-room", ["video", "roomAdmin"], message));
  }
  if (at("destinationRoom") && at("roomAdmin") !== true) {
    const message = "permits nothing: forwarding and moving participants also requires roomAdmin for video.room";
    found.push(draft("destination-without-admin", ["video", "destinationRoom"], message));
  }
  if (permitsNothing(payload)) {
    const message = "no grant is true, and there is no sha256 of a body: the token permits nothing";
    found.push(draft("permits-nothing", [], message));
  }
  return at("roomJoin") === true ? [...found, ...projectWide(payload)] : found;
}

function projectWide(payload: Json): Draft[] {
  // The workers of the agents framework join with a token that permits to register.
  const isAgent = getOwn(payload, "kind") === "agent";
  return PROJECT_WIDE.filter(([path]) => getOwnAt(payload, path) === true && !(isAgent && path[1] === "agent")).map(
    ([path, right]) => draft("project-wide-grant", path, `permits the participant who joins to ${right}`),
  );
}

function permitsNothing(payload: Json): boolean {
  const digest = getOwn(payload, "sha256");
  if (typeof digest === "string" && digest !== "") return false;
  return Object.entries(shapes.Claims as Shape).every(([claim, { of }]) => {
    const grants = getOwn(payload, claim);
    if (of === undefined || claim === "roomConfig" || !isObject(grants)) return true;
    return Object.keys(shapes[of] as Shape).every((member) => grants[member] !== true || IN_ROOM.includes(member));
  });
}
