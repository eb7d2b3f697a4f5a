import type { RoomConfiguration, VideoGrantsInit } from "../../generated/types.js";
import { AccessTokenError, invalidArgument } from "../issues/error.js";
import { attempt } from "../issues/options.js";
import { BareObject } from "../json/bare-object.js";
import type { Json } from "../json/is-object.js";
import { isPlain } from "../json/is-plain.js";
import { getOwn } from "../json/own.js";
import { typeName } from "../json/type-name.js";
import type { AccessToken } from "../mint/access-token.js";

/** Video grants, except the room and the right to join it, which every token of an endpoint has. */
type JoinGrants = Omit<VideoGrantsInit, "room" | "roomJoin">;

/** The grants of a token endpoint: who joins which room, and with which rights. Members that are undefined keep the template's value. */
export interface Authorization {
  /** The identity of the participant. Use that of the authenticated user, not the one that the client asks for. */
  readonly identity: string;
  /** The room that the token is for. */
  readonly room: string;
  /** Further video grants. They are added, member by member, to those of the template. */
  readonly grants?: JoinGrants | undefined;
  /** The display name of the participant. */
  readonly name?: string | undefined;
  /** Text that everyone in the room can read, often JSON. */
  readonly metadata?: string | undefined;
  /** Named texts that everyone in the room can read. */
  readonly attributes?: Readonly<Record<string, string>> | undefined;
  /** The configuration of the room, if joining creates it. */
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
 * Returns the unsigned token that an authorization describes.
 *
 * @param template the token whose claims and grants are kept, unless the authorization replaces them
 * @throws AccessTokenError INVALID_ARGUMENT when the template is not an AccessToken, or the authorization is invalid
 */
export function authorizedToken(template: unknown, authorization: unknown): AccessToken {
  if (!attempt("the token", () => isAccessToken(template))) {
    throw invalidArgument(
      `token must be an AccessToken of livekit-claims, or a function that returns one; got ${typeName(template)}`,
    );
  }
  const checked = attempt("what authorize returned", () => checkAuthorization(authorization));
  const { identity, room, grants, name, metadata, attributes, roomConfig } = checked;
  return (template as AccessToken)
    .withIdentity(identity)
    .withName(name)
    .withMetadata(metadata)
    .withAttributes(attributes)
    .withRoomConfig(roomConfig)
    .addGrants(grants)
    .addGrants({ room, roomJoin: true });
}

/** Checks for methods, since instanceof fails: each entry of the package has its own copy of the class. */
export function isAccessToken(value: unknown): boolean {
  const methods = ["withIdentity", "addGrants", "toJwt"] as const;
  const token = value as Partial<Record<string, unknown>> | null | undefined;
  return methods.every((name) => typeof token?.[name] === "function");
}

function checkAuthorization(value: unknown): Authorization {
  if (!isPlain(value)) {
    throw invalidArgument(
      `authorize must return { identity, room, … }, or a Response to refuse; got ${typeName(value)}`,
    );
  }
  // Copies own members only: a polluted Object.prototype must not grant rights.
  const own: Json = Object.assign(new BareObject(), value);
  for (const name of Object.keys(own)) {
    if (MEMBERS.has(name)) continue;
    throw invalidArgument(
      `authorize returned ${JSON.stringify(name)}, which is not one of ${[...MEMBERS].join(", ")}; video grants go into grants`,
    );
  }
  for (const name of ["identity", "room"] as const) {
    if (typeof own[name] === "string" && own[name] !== "") continue;
    throw invalidArgument(
      `authorize must return a non-empty string as ${name}: the client's value is never used as a default`,
    );
  }
  const { grants } = own;
  if (["room", "roomJoin"].some((name) => getOwn(grants, name) !== undefined)) {
    throw invalidArgument("the grants of authorize must not have room or roomJoin: return room beside them");
  }
  return own as unknown as Authorization;
}

/** Whether an error reports an invalid request of the client. */
export function isInvalidRequest(error: unknown): error is AccessTokenError {
  return AccessTokenError.is(error) && error.code === "INVALID_REQUEST";
}
