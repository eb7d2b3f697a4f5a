import { readFileSync } from "node:fs";
import { isObject } from "../../src/json/is-object.js";
import { getOwn } from "../../src/json/own.js";
import type { Schema } from "../support/bundle-schema.js";

/** The schema of the types, which distinguishes lists and maps. */
export const shapes: Schema & { readonly title: string } = JSON.parse(
  readFileSync(new URL("../../generated/bundles/claims.shapes.2020-12.json", import.meta.url), "utf8"),
);

/**
 * Removes members that languages may leave out without a difference: `roomConfig: null`, and empty lists and maps.
 * Keeps false, 0, "" and empty messages, since an empty message may choose a member of a oneof.
 */
export function settled(claims: unknown): unknown {
  const value = withoutEmpty(claims, shapes);
  if (!isObject(value) || value.roomConfig !== null) return value;
  const { roomConfig, ...others } = value;
  return others;
}

function withoutEmpty(value: unknown, schema: Schema): unknown {
  const { items, properties } = resolve(schema);
  if (Array.isArray(value)) return value.map((element) => withoutEmpty(element, items ?? {}));
  if (!isObject(value) || properties === undefined) return value;
  // Object.entries instead of assignments, since a member may be called __proto__.
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => {
      const known = getOwn(properties, name);
      return known && isEmpty(member, resolve(known)) ? [] : [[name, withoutEmpty(member, known ?? {})]];
    }),
  );
}

function isEmpty(value: unknown, { type, additionalProperties }: Schema): boolean {
  if (type === "array") return Array.isArray(value) && value.length === 0;
  const isMap = additionalProperties !== undefined && additionalProperties !== false;
  return isMap && isObject(value) && Object.keys(value).length === 0;
}

function resolve(schema: Schema): Schema {
  return schema.$ref === undefined ? schema : (shapes.$defs?.[schema.$ref.replace("#/$defs/", "")] ?? {});
}
