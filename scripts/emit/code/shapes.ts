import { snakeCase } from "../../../src/room-config/snake-case.js";
import { isSchemaObject, type JsonSchema } from "../../model/json-schema.js";
import type { Def, Member, Model, Output } from "../../model/model.js";
import { banner } from "../output/banner.js";
import { literal } from "./literal.js";

/**
 * What the runtime needs to know of members beyond their validation: their names (to suggest one), which are objects,
 * lists or maps, protobuf JSON's other spellings, oneofs and secrets; and the rules between members, to tell reasons.
 */
export function emitShapes(model: Model): Output[] {
  const objects = [...model.defs.values()].filter((def) => def.schema.type === "object");
  const enums = [...model.defs.values()].filter((def) => def.schema.enum);
  const entries = (defs: readonly Def[], value: (def: Def) => unknown): string =>
    defs.map((def) => `  ${def.name}: ${literal(value(def))},\n`).join("");
  const content = `${banner("emit/code/shapes", "schema/")}${TYPES}
export const shapes: Readonly<Record<string, Shape>> = {
${entries(objects, (def) => Object.fromEntries(inWireOrder(def).map((m) => [m.name, shapeOf(m, def)])))}};

/** The titles of the objects. */
export type ShapeName = ${objects.map((def) => JSON.stringify(def.name)).join(" | ")};

/** The names of the enums, with the numbers that protobuf gives them; those of the claims go by their place. */
export const enums = {
${entries(enums, ({ schema }) => schema["x-enum-numbers"] ?? numbered(schema.enum ?? []))}} satisfies Record<string, Readonly<Record<string, number>>>;

/** Members that must be set, and not be empty, when another one is true. */
export const requirements: readonly Requirement[] = ${literal(objects.flatMap(requirementsOf))};
`;
  return [{ path: "shapes.ts", content }];
}

const TYPES = `/** The members of one kind of object, by name. */
export type Shape = Readonly<Record<string, MemberShape>>;

export interface MemberShape {
  /** The shape or enum that its value (or each element) is of. */
  readonly of?: string;
  /** Set for a number, or an enum of protobuf, which protobuf JSON spells in more than one way. */
  readonly kind?: "number" | "enum";
  /** Set for a list or a map of what the rest describes. */
  readonly many?: "list" | "map";
  /** The name in the .proto file, where it is not the JSON name in snake_case. */
  readonly proto?: string;
  /** The oneof that it belongs to. */
  readonly oneof?: string;
  /** Whether it must not ("refuse") or should not ("warn") reach a client. */
  readonly secret?: "refuse" | "warn";
}

export interface Requirement {
  /** The title of the object; the JSON pointers are relative to it. */
  readonly of: string;
  readonly when: string;
  readonly needs: readonly string[];
}

/** Every object of the schemas, by title. */`;

/** The order that a built object has: oneofs last, as the Rust SDK's protobuf JSON writes them. */
function inWireOrder({ members }: Def): Member[] {
  const ofOneof = (member: Member) => member.schema["x-oneof"] !== undefined;
  return [...members.filter((member) => !ofOneof(member)), ...members.filter(ofOneof)];
}

function shapeOf({ name, schema, shape, value }: Member, { origin }: Def): Record<string, unknown> {
  const wire = origin === "protocol";
  const proto = schema["x-proto-name"];
  const numeric = value.kind === "integer" || value.kind === "number";
  return {
    ...(value.kind === "object" || (wire && value.kind === "enum") ? { of: value.name } : {}),
    ...(wire && numeric ? { kind: "number" } : {}),
    ...(wire && value.kind === "enum" ? { kind: "enum" } : {}),
    ...(shape === "single" ? {} : { many: shape }),
    ...(proto === undefined || proto === snakeCase(name) ? {} : { proto }),
    ...(schema["x-oneof"] === undefined ? {} : { oneof: schema["x-oneof"] }),
    ...(schema["x-secret"] === undefined ? {} : { secret: schema["x-secret"] }),
  };
}

function numbered(names: readonly string[]): Record<string, number> {
  return Object.fromEntries(names.map((name, index) => [name, index]));
}

function requirementsOf({ name, schema }: Def): { of: string; when: string; needs: string[] }[] {
  if (!isSchemaObject(schema.if) || !isSchemaObject(schema.then)) return [];
  const [when] = pointers(schema.if, (part) => part.const === true);
  return when === undefined ? [] : [{ of: name, when, needs: pointers(schema.then, (part) => part.minLength === 1) }];
}

function pointers(schema: JsonSchema, wanted: (part: JsonSchema) => boolean, at = ""): string[] {
  if (wanted(schema)) return [at];
  return Object.entries(schema.properties ?? {}).flatMap(([name, part]) =>
    isSchemaObject(part) ? pointers(part, wanted, `${at}/${name}`) : [],
  );
}
