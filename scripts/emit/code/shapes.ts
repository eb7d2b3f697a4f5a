import type { MemberShape } from "../../../generated/shapes.js";
import { snakeCase } from "../../../src/room-config/snake-case.js";
import { isSchemaObject, type JsonSchema } from "../../model/json-schema.js";
import type { Def, Member, Model, Output } from "../../model/model.js";
import { banner } from "../output/banner.js";
import { literal } from "./literal.js";

/**
 * Emits the data about members that the runtime needs besides validation: their names (for suggestions), which are
 * objects, lists or maps, the other spellings of protobuf JSON, oneofs, secrets, and the conditions between members
 * (for messages).
 */
export function emitShapes(model: Model): Output[] {
  const objects = [...model.defs.values()].filter((def) => def.schema.type === "object");
  const enums = [...model.defs.values()].filter((def) => def.schema.enum);
  const content = `${banner("emit/code/shapes", "schema/")}${TYPES}
export const shapes: Readonly<Record<string, Shape>> = {
${shapeLines(objects)}};

/** The titles of the objects. */
export type ShapeName = ${objects.map((def) => JSON.stringify(def.name)).join(" | ")};

/** The values of the enums with their numbers in protobuf, or else their index. */
export const enums = {
${entries(enums, ({ schema }) => schema["x-enum-numbers"] ?? numbered(schema.enum ?? []))}} satisfies Record<string, Readonly<Record<string, number>>>;

/** Members that must be set and not empty when another one is true. */
export const requirements: readonly Requirement[] = ${literal(objects.flatMap(requirementsOf))};
`;
  return [{ path: "shapes.ts", content }];
}

const TYPES = `/** The members of one kind of object, by name. */
export type Shape = Readonly<Record<string, MemberShape>>;

export interface MemberShape {
  /** The shape or enum of its value, or of each element. */
  readonly of?: string;
  /** The type of a value in a protobuf message, unless it is a string or a message. In claims: a boolean, or an enum of protobuf. */
  readonly kind?: "boolean" | "number" | "int32" | "uint32" | "enum";
  /** Set for a list or map; the other members then describe its elements. */
  readonly many?: "list" | "map";
  /** The name in the .proto file, unless it is the JSON name in snake_case. */
  readonly proto?: string;
  /** Its oneof. */
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

/** Returns the entries of a table of shapes. */
export function shapeLines(defs: readonly Def[]): string {
  return entries(defs, shapeOf);
}

function entries(defs: readonly Def[], value: (def: Def) => unknown): string {
  return defs.map((def) => `  ${def.name}: ${literal(value(def))},\n`).join("");
}

/**
 * Returns the members in the order of a built object: those of oneofs last, as in the protobuf JSON of the Rust SDK.
 */
function inWireOrder({ members }: Def): Member[] {
  const ofOneof = (member: Member) => member.schema["x-oneof"] !== undefined;
  return [...members.filter((member) => !ofOneof(member)), ...members.filter(ofOneof)];
}

/** Returns the shape of an object. */
export function shapeOf(def: Def): Record<string, MemberShape> {
  return Object.fromEntries(inWireOrder(def).map((member) => [member.name, memberShape(member, def)]));
}

function memberShape({ name, schema, shape, value }: Member, { origin }: Def): MemberShape {
  const wire = origin !== "grants";
  const proto = schema["x-proto-name"];
  // Callers may also write enums of grants as protobuf's numbers.
  const numbered = value.kind === "enum" && (wire || value.schema["x-enum-numbers"] !== undefined);
  return {
    ...(value.kind === "object" || numbered ? { of: value.name } : {}),
    ...(numbered ? { kind: "enum" } : wire || value.kind === "boolean" ? kindOf(value.kind, schema) : {}),
    ...(shape === "single" ? {} : { many: shape }),
    ...(proto === undefined || proto === snakeCase(name) ? {} : { proto: proto as string }),
    ...(schema["x-oneof"] === undefined ? {} : { oneof: schema["x-oneof"] as string }),
    ...(schema["x-secret"] === undefined ? {} : { secret: schema["x-secret"] as "refuse" | "warn" }),
  };
}

function kindOf(kind: string, schema: JsonSchema): Pick<MemberShape, "kind"> {
  const minimum = isSchemaObject(schema.items) ? schema.items.minimum : schema.minimum;
  if (kind === "integer") return { kind: Number(minimum) < 0 ? "int32" : "uint32" };
  return kind === "boolean" || kind === "number" ? { kind } : {};
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
