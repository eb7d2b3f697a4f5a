import type { Facts } from "./history/facts.js";
import { knownSince } from "./history/history.js";
import { CLAIM_ENUMS } from "./history/kinds.js";
import { type JsonSchema, refsOf } from "./json-schema.js";
import { getDef, mapSchemas, type SchemaDef, type Schemas } from "./model.js";

/**
 * Puts the history into the schemas: `x-since` on members, `x-values-since` on enums. What it does not know gets none;
 * `npm run protocol:history -- --check` names that.
 */
export function joinHistory(schemas: Schemas, facts: Facts): Schemas {
  const paths = claimPaths(schemas);
  return mapSchemas(schemas, (def) => (def.schema.enum ? withValues(def, facts) : withMembers(def, facts, paths)));
}

/** The place of each claims or grants object in the payload, by its title: "" for Claims, "video" for VideoGrants. */
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

/** The name that the history has for a value of an enum. */
export function valueName({ name, origin }: SchemaDef, value: string): string {
  return origin === "protocol" ? `${name}.${value}` : `${CLAIM_ENUMS[name]}.${value.toUpperCase()}`;
}

function withMembers(
  { name, origin, schema }: SchemaDef,
  { history, grants }: Facts,
  paths: ReadonlyMap<string, string>,
): JsonSchema {
  if (!schema.properties) return schema;
  const path = paths.get(name);
  const sinceOf = (member: string): string | undefined => {
    if (origin === "protocol") return knownSince(history.members[`${name}.${member}`]);
    return path === undefined ? undefined : grants.get(joinPath(path, member));
  };
  const properties = Object.entries(schema.properties).map(([member, written]) => {
    const since = sinceOf(member);
    return [member, since === undefined ? written : { ...(written as JsonSchema), "x-since": since }];
  });
  return { ...schema, properties: Object.fromEntries(properties) };
}

/** The enums of the claims are older than the first release replayed: of values that it has, the release is not known. */
function withValues(def: SchemaDef, { history }: Facts): JsonSchema {
  const values = (def.schema.enum ?? []).flatMap((value) => {
    const since = knownSince(history.values[valueName(def, value)]);
    const older = def.origin === "grants" && since === history.releases[0];
    return since === undefined || older ? [] : [[value, since]];
  });
  return values.length === 0 ? def.schema : { ...def.schema, "x-values-since": Object.fromEntries(values) };
}
