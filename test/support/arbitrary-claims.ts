import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import type { ClaimsInit } from "../../src/index.js";
import { anyCharacter } from "./arbitrary-text.js";
import { type Schema, unionOfTypes } from "./bundle-schema.js";

export const claimsBundle: Schema & Record<string, unknown> = JSON.parse(
  readFileSync(new URL("../../generated/bundles/claims.rules-mint.2020-12.json", import.meta.url), "utf8"),
);

/** Common and unusual strings, without lone surrogates. */
const text = fc.oneof(fc.string({ maxLength: 6 }), fc.string({ maxLength: 6, unit: anyCharacter }));
const name = fc.oneof(text, fc.constantFrom("__proto__", "constructor", "toString", "a/b~c"));

const known = new Map<string, fc.Arbitrary<unknown>>();

/** Returns valid values of a schema. */
function valuesOf(written: Schema): fc.Arbitrary<unknown> {
  const schema = unionOfTypes(written);
  if (schema.$ref !== undefined) return referenced(schema.$ref.replace("#/$defs/", ""));
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(valuesOf));
  if (schema.enum) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case "string":
      return text;
    case "boolean":
      return fc.boolean();
    case "integer":
      return fc.integer({ min: schema.minimum ?? Number.NaN, max: schema.maximum ?? Number.NaN });
    case "number":
      return fc.double({
        ...{ noNaN: true, noDefaultInfinity: true },
        ...(schema.minimum === undefined ? {} : { min: schema.minimum }),
        ...(schema.maximum === undefined ? {} : { max: schema.maximum }),
      });
    case "null":
      return fc.constant(null);
    case "array":
      return fc.array(valuesOf(schema.items ?? {}), { maxLength: 2 });
    case "object":
      return schema.properties
        ? objectsOf(schema, schema.properties)
        : fc.dictionary(name, valuesOf(schema.additionalProperties || {}), { maxKeys: 3 });
  }
  throw new Error(`no values for ${JSON.stringify(schema)}`);
}

function referenced(title: string): fc.Arbitrary<unknown> {
  const values = known.get(title) ?? valuesOf(claimsBundle.$defs?.[title] ?? {});
  known.set(title, values);
  return values;
}

/** Returns objects with any members, and at most one member of each oneof. */
function objectsOf(schema: Schema, properties: Readonly<Record<string, Schema>>): fc.Arbitrary<object> {
  const inOneof = (oneof: string | undefined) =>
    Object.entries(properties).filter(([, member]) => member["x-oneof"] === oneof);
  const oneofs = new Set(Object.values(properties).flatMap((member) => member["x-oneof"] ?? []));
  const free = Object.fromEntries(inOneof(undefined).map(([key, member]) => [key, valuesOf(member)]));
  const atMostOne = [...oneofs].map((oneof) =>
    fc.oneof(
      fc.constant({}),
      ...inOneof(oneof).map(([key, member]) => valuesOf(member).map((value) => ({ [key]: value }))),
    ),
  );
  return fc
    .tuple(fc.record(free, { requiredKeys: [...(schema.required ?? [])] }), ...atMostOne)
    .map((parts) => Object.assign({}, ...parts));
}

/** Claims that can be minted. They satisfy the rules about roomJoin and about times, which types do not express. */
export const validClaims: fc.Arbitrary<ClaimsInit> = valuesOf(claimsBundle).map((value) => {
  const claims = withTimesInOrder(value as ClaimsInit);
  if (!claims.video?.roomJoin) return claims;
  return { ...claims, sub: claims.sub || "alice", video: { ...claims.video, room: claims.video.room || "r" } };
});

function withTimesInOrder(claims: ClaimsInit): ClaimsInit {
  const { exp = 0, nbf = 0 } = claims;
  if (exp > nbf) return claims;
  if (exp < nbf) return { ...claims, exp: nbf, nbf: exp };
  return nbf === 0 ? { ...claims, exp: 1 } : { ...claims, nbf: nbf - 1 };
}

/** JSON that is often almost valid. */
export const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>(null, "", "MICROPHONE", "agent", "H264_720P_30", true, {}, [], [null], "1"),
  fc.constantFrom(0, -1, 0.5, 60, 2 ** 31, 2 ** 32, 2 ** 53, 1e300, -(2 ** 31), Number.POSITIVE_INFINITY),
);

/** Returns values in which one part is replaced by other JSON, or one member is added. */
export function mutated(values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const added = fc.option(fc.oneof(name, fc.constantFrom("s3", "gcp", "preset", "room")), { freq: 3 });
  return fc.tuple(values, fc.nat(), added, junk).map(([value, pick, member, by]) => {
    const places = placesIn(value);
    const place = places[pick % places.length] ?? [];
    return replace(value, member === null ? place : [...place, member], by);
  });
}

export const mutatedClaims = mutated(validClaims);

type Place = readonly string[];

function placesIn(value: unknown, place: Place = []): Place[] {
  if (typeof value !== "object" || value === null) return [place];
  return [place, ...Object.entries(value).flatMap(([key, member]) => placesIn(member, [...place, key]))];
}

function replace(value: unknown, [first, ...rest]: Place, by: unknown): unknown {
  if (first === undefined) return by;
  if (typeof value !== "object" || value === null) return { [first]: by };
  if (Array.isArray(value)) {
    const index = Number(first);
    return Number.isNaN(index)
      ? [...value, by]
      : value.map((part, at) => (at === index ? replace(part, rest, by) : part));
  }
  const members = new Map(Object.entries(value));
  members.set(first, replace(members.get(first), rest, by));
  return Object.fromEntries(members);
}
