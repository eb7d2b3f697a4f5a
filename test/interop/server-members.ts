import { readFileSync } from "node:fs";

/** Claims with one member that is not at its default, and nothing else. */
export interface Single {
  /** The object's title and the member, as in "RoomAgentDispatch.deployment". Values of enums have "=JRP_NEVER". */
  readonly name: string;
  /** Its path in the claims. */
  readonly path: string;
  readonly claims: Readonly<Record<string, unknown>>;
}

interface Schema {
  readonly title?: string;
  readonly type?: string;
  readonly $ref?: string;
  readonly anyOf?: readonly Schema[];
  readonly "x-default-from"?: string;
  readonly enum?: readonly string[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly required?: readonly string[];
  readonly default?: unknown;
}

interface Bundle extends Schema {
  readonly properties: Readonly<Record<string, Schema>>;
  readonly required: readonly string[];
  readonly $defs: Readonly<Record<string, Schema>>;
}

const claims = JSON.parse(
  readFileSync(new URL("../../generated/bundles/claims.rules-mint.2020-12.json", import.meta.url), "utf8"),
) as Bundle;

/** Returns every member at any depth, each alone, and each value of an enum. */
export function everyMember(): Single[] {
  return Object.entries(claims.properties)
    .filter(([claim]) => !isRegistered(claim))
    .flatMap(([claim, schema]) =>
      values(schema, `Claims.${claim}`, `/${claim}`).map(({ value, ...single }) => ({
        ...single,
        claims: { [claim]: value },
      })),
    );
}

/** Claims that every JWT may have. Each token of the suite has its own. */
const isRegistered = (claim: string): boolean => ["iss", "sub", "exp", "nbf", "iat", "jti"].includes(claim);

interface Value {
  readonly name: string;
  readonly path: string;
  readonly value: unknown;
}

function values(schema: Schema, name: string, path: string): Value[] {
  const { title = name, type, enum: names, items, properties, additionalProperties, required = [] } = resolve(schema);
  if (names) return names.map((value) => ({ name: `${name}=${value}`, path: `${path}=${value}`, value }));
  if (type === "array" && items) {
    return values(items, name, `${path}/0`).map((single) => ({ ...single, value: [single.value] }));
  }
  if (properties) {
    return Object.entries(properties).flatMap(([member, inner]) =>
      values(inner, `${title}.${member}`, `${path}/${member}`).map((single) => ({
        ...single,
        value: { ...others(required, properties), [member]: single.value },
      })),
    );
  }
  if (typeof additionalProperties === "object") return [{ name, path, value: { key: "value" } }];
  return [
    { name, path, value: schema.default === true || schema["x-default-from"] !== undefined ? false : scalar(type) },
  ];
}

/** Returns the required members at their defaults. */
const others = (required: readonly string[], properties: Readonly<Record<string, Schema>>): object =>
  Object.fromEntries(required.map((member) => [member, properties[member]?.default]));

function scalar(type: string | undefined): unknown {
  if (type === "string") return "text";
  if (type === "boolean") return true;
  if (type === "integer" || type === "number") return 1;
  throw new Error(`no value is known for the type ${type}`);
}

function resolve(schema: Schema): Schema {
  const alternative = schema.anyOf?.find(({ type }) => type !== "null");
  if (alternative) return resolve(alternative);
  if (schema.$ref === undefined) return schema;
  const target = claims.$defs[schema.$ref.replace("#/$defs/", "")];
  if (!target) throw new Error(`the bundle has no ${schema.$ref}`);
  return resolve(target);
}
