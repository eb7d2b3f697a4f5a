import type { Facts } from "./history/facts.js";
import { knownSince } from "./history/history.js";
import { CLAIM_ENUMS } from "./history/kinds.js";
import { type JsonSchema, refsOf } from "./json-schema.js";
import { getDef, mapSchemas, type SchemaDef, type Schemas } from "./model.js";

/**
 * Adds the history to the schemas: `x-since` to members, `x-values-since` to enums. Names that the history does not
 * have get none; `npm run protocol:history -- --check` lists them.
 */
export function joinHistory(schemas: Schemas, facts: Facts): Schemas {
  const paths = claimPaths(schemas);
  return {
    ...mapSchemas(schemas, (def) => (def.schema.enum ? withValues(def, facts) : withMembers(def, facts, paths))),
    retyped: retypedMembers(schemas, facts, paths),
  };
}

function retypedMembers(schemas: Schemas, { history }: Facts, paths: ReadonlyMap<string, string>): Schemas["retyped"] {
  const held = [...schemas.defs.values()].filter(({ origin }) => origin !== "endpoint");
  const retyped = held.flatMap(({ name, origin, schema }) =>
    Object.keys(schema.properties ?? {}).flatMap((member) => {
      const place = `${name}.${member}`;
      const path = joinPath(paths.get(name) ?? "", member);
      const was = (origin === "protocol" ? history.members[place] : history.claims[path])?.was;
      return was === undefined ? [] : [[place, was] as const];
    }),
  );
  return new Map(retyped);
}

/**
 * Returns the path of each claims or grants object in the payload, by title: "" for Claims, "video" for VideoGrants.
 */
export function claimPaths(schemas: Schemas): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  const visit = (name: string, path: string): void => {
    const { origin, schema } = getDef(schemas, name);
    if (origin !== "grants" || schema.type !== "object" || paths.has(name)) return;
    paths.set(name, path);
    for (const [member, written] of Object.entries(schema.properties ?? {})) {
      for (const target of refsOf(written)) visit(target, joinPath(path, member));
    }
  };
  visit("Claims", "");
  return paths;
}

export function joinPath(path: string, member: string): string {
  return path === "" ? member : `${path}.${member}`;
}

/** Returns the name of an enum's value in the history. */
export function valueName({ name, origin }: SchemaDef, value: string): string {
  return origin === "protocol" ? `${name}.${value}` : `${CLAIM_ENUMS[name]}.${value.toUpperCase()}`;
}

function withMembers(
  { name, origin, schema }: SchemaDef,
  { history }: Facts,
  paths: ReadonlyMap<string, string>,
): JsonSchema {
  if (!schema.properties) return schema;
  const path = paths.get(name);
  const sinceOf = (member: string): string | undefined => {
    if (origin === "protocol") return knownSince(history.members[`${name}.${member}`]);
    return path === undefined ? undefined : knownSince(history.claims[joinPath(path, member)]);
  };
  const properties = Object.entries(schema.properties).map(([member, written]) => {
    const since = sinceOf(member);
    return [member, since === undefined ? written : { ...(written as JsonSchema), "x-since": since }];
  });
  return { ...schema, properties: Object.fromEntries(properties) };
}

function withValues(def: SchemaDef, { history }: Facts): JsonSchema {
  const values = (def.schema.enum ?? []).flatMap((value) => {
    const since = knownSince(history.values[valueName(def, value)]);
    return since === undefined ? [] : [[value, since]];
  });
  return values.length === 0 ? def.schema : { ...def.schema, "x-values-since": Object.fromEntries(values) };
}
