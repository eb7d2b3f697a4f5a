import type { RoomConfiguration, VideoGrantsInit } from "../../generated/types.js";
import { AccessTokenError, invalidArgument } from "../issues/error.js";
import { attempt } from "../issues/options.js";
import { BareObject } from "../json/bare-object.js";
import { isObject, type Json } from "../json/is-object.js";
import { getOwn } from "../json/own.js";
import { typeName } from "../json/type-name.js";
import type { AccessToken } from "../mint/access-token.js";

/** The grants that may be given beside the permission to join, which every token of an endpoint has. */
type JoinGrants = Omit<VideoGrantsInit, "room" | "roomJoin">;

/** The decision of a token endpoint: who joins which room, and with which rights. */
export interface Authorization {
  /** The identity of the participant: that of the user who was authenticated, not the one that the client asks for. */
  readonly identity: string;
  /** The room that the token is for. */
  readonly room: string;
  /** Further grants. They are added, member by member, to those of the template. */
  readonly grants?: JoinGrants | undefined;
  readonly name?: string | undefined;
  readonly metadata?: string | undefined;
  readonly attributes?: Readonly<Record<string, string>> | undefined;
  readonly roomConfig?: RoomConfiguration | undefined;
}

const MEMBERS: ReadonlySet<string> = new Set<keyof Authorization>([
  "identity",
  "room",
  "grants",
  "name",
  "metadata",
  "attributes",
  "roomConfig",
]);

/**
 * Returns the token that an authorization describes, unsigned.
 *
 * @param template whose claims and grants the token has as well
 * @throws AccessTokenError INVALID_ARGUMENT
 */
export function authorizedToken(template: unknown, authorization: unknown): AccessToken {
  if (!attempt("the token", () => isAccessToken(template))) {
    throw invalidArgument(
      `token must be an AccessToken of livekit-claims, or a function that returns one; got ${typeName(template)}`,
    );
  }
  const own = attempt("what authorize returned", () => checkAuthorization(authorization));
  const { identity, room, grants, name, metadata, attributes, roomConfig } = own;
  return (template as AccessToken)
    .withIdentity(identity)
    .withName(name)
    .withMetadata(metadata)
    .withAttributes(attributes)
    .withRoomConfig(roomConfig)
    .addGrants(grants)
    .addGrants({ room, roomJoin: true });
}

/** Not instanceof: each entry of the package has a copy of the class. */
function isAccessToken(value: unknown): boolean {
  const methods = ["withIdentity", "addGrants", "toJwt"] as const;
  const token = value as Partial<Record<string, unknown>> | null | undefined;
  return methods.every((name) => typeof token?.[name] === "function");
}

function checkAuthorization(given: unknown): Authorization {
  if (!isObject(given)) {
    throw invalidArgument(
      `authorize must return { identity, room, … }, or a Response to refuse; got ${typeName(given)}`,
    );
  }
  // Own members only: nothing that somebody put on Object.prototype is a right.
  const own: Json = Object.assign(new BareObject(), given);
  for (const name of Object.keys(own)) {
    if (MEMBERS.has(name)) continue;
    throw invalidArgument(
      `authorize returned ${JSON.stringify(name)}, which is not one of ${[...MEMBERS].join(", ")}; video grants go into grants`,
    );
  }
  for (const name of ["identity", "room"] as const) {
    if (typeof own[name] === "string" && own[name] !== "") continue;
    throw invalidArgument(`authorize must return a non-empty ${name}: there is no default, least of all the client's`);
  }
  const { grants } = own;
  if (["room", "roomJoin"].some((name) => getOwn(grants, name) !== undefined)) {
    throw invalidArgument("the grants of authorize must not have room or roomJoin: return room beside them");
  }
  return own as unknown as Authorization;
}

/** Whether an error is one of the client's request. */
export function isInvalidRequest(error: unknown): error is AccessTokenError {
  return AccessTokenError.is(error) && error.code === "INVALID_REQUEST";
}
