import { readFileSync } from "node:fs";
import { requirements, shapes } from "../../generated/shapes.js";
import type { ClaimsInit } from "../../src/index.js";
import { knownTo, PROTOBUF_ES_RELEASE } from "../support/protobuf-es.js";
import { valueAt, withValue } from "./pointers.js";
import { type Schema, SchemaValues } from "./schema-values.js";

/** The API key of all suites. Its secret has the length that servers require. */
export const KEY = "interop-key";
export const SECRET = "interop-secret-of-more-than-32-characters";

/** Claims that can be minted. */
export interface Case {
  /**
   * The place and kind of the special part of the claims: "/video/canPublish false", "/roomConfig/egress all,
   * variant 2".
   */
  readonly name: string;
  readonly claims: ClaimsInit;
}

const bundle: Schema = JSON.parse(
  readFileSync(new URL("../../generated/bundles/claims.rules-mint.2020-12.json", import.meta.url), "utf8"),
);

const now = Math.floor(Date.now() / 1000);

/** The claims that a verifier compares with its key and its clock. */
const chosen = new Map<string, unknown>([
  ["/iss", KEY],
  ["/exp", now + 3600],
  ["/nbf", now - 60],
  ["/iat", now - 60],
]);

/** Each member of the schemas alone with each kind of value, and all members together. */
export const grantsTable: readonly Case[] = new SchemaValues(bundle, (pointer) => chosen.get(pointer))
  .each(bundle, "")
  .map(({ label, value }) => ({ name: label.trim(), claims: complete(value as ClaimsInit) }));

/**
 * Returns the cases for a peer, without members of a room configuration that its release of the protocol lacks. The
 * peers from npm, and older ones, have an older release than the Go module.
 */
export function casesFor(peer: string): readonly Case[] {
  const release = peer === "go" ? GO_RELEASE : PROTOBUF_ES_RELEASE;
  return grantsTable.map(({ name, claims }) => ({
    name,
    claims: claims.roomConfig
      ? { ...claims, roomConfig: knownTo(release, claims.roomConfig) as typeof claims.roomConfig }
      : claims,
  }));
}

/** The release of the protocol that the peer in Go is built with. */
const GO_RELEASE = /github\.com\/livekit\/protocol v(\S+)/.exec(
  readFileSync(new URL("peers/go/go.mod", import.meta.url), "utf8"),
)?.[1] as string;

/** Adds the members that the schema requires when another member is true: a room and an identity for joining. */
function complete(claims: ClaimsInit): ClaimsInit {
  return requirements
    .map(({ of, when, needs }) => ({ when: placeOf(of) + when, needs: needs.map((need) => placeOf(of) + need) }))
    .filter(({ when }) => valueAt(claims, when) === true)
    .flatMap(({ needs }) => needs)
    .filter((pointer) => !valueAt(claims, pointer))
    .reduce((completed, pointer) => withValue(completed, pointer, "needed"), claims);
}

/** Returns the JSON pointer of an object in the claims, by its title. */
function placeOf(title: string): string {
  const claim = Object.entries(shapes.Claims ?? {}).find(([, { of }]) => of === title);
  return claim === undefined ? "" : `/${claim[0]}`;
}
