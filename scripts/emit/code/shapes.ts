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
export const shapes: Readonly<Record<string, Shape>> = /* @__PURE__ */ bare({
${shapeLines(objects)}});

/** Takes the prototypes from the shapes of members, so that no member of Object.prototype counts as a part of one. */
function bare(table: Readonly<Record<string, Shape>>): Readonly<Record<string, Shape>> {
  for (const shape of Object.values(table)) {
    for (const member of Object.values(shape)) Object.setPrototypeOf(member, null);
  }
  return table;
}

/** The titles of the objects. */
export type ShapeName = ${objects.map((def) => JSON.stringify(def.name)).join(" | ")};

/** The numbers of each enum's values: those of protobuf, or their indexes in the schema. */
export const enums = {
${entries(enums, ({ schema }) => schema["x-enum-numbers"] ?? numbered(schema.enum ?? []))}} satisfies Record<string, Readonly<Record<string, number>>>;

/** Members that must be set and not empty when another one is true. */
export const requirements: readonly Requirement[] = ${literal(objects.flatMap(requirementsOf))};
`;
  return [{ path: "shapes.ts", content }];
}

const TYPES = `/** The members of one kind of object, by name. */
export type Shape = Readonly<Record<string, MemberShape>>;

/** The description of one member. */
export interface MemberShape {
  /** The title of the shape or enum of the value, or of each element. */
  readonly of?: string;
  /** The type of the value. Absent for strings and messages. In claims, present only for booleans and protobuf enums. */
  readonly kind?: "boolean" | "number" | "int32" | "uint32" | "enum";
  /** Set for a list or map; the other members then describe its elements. */
  readonly many?: "list" | "map";
  /** The name in the .proto file, unless it is the JSON name in snake_case. */
  readonly proto?: string;
  /** The name of the oneof that it belongs to. */
  readonly oneof?: string;
  /** "refuse" for a value that must not reach a client, "warn" for one that should not. */
  readonly secret?: "refuse" | "warn";
}

/** A condition between the members of an object. */
export interface Requirement {
  /** The title of the object. The JSON pointers are relative to it. */
  readonly of: string;
  /** The JSON pointer of the member that makes the others required when it is true. */
  readonly when: string;
  /** The JSON pointers of the members that must then be set and not empty. */
  readonly needs: readonly string[];
}

/** The shape of each object in the schemas, by title. */`;

/** Returns the entries of a table of shapes. */
export function shapeLines(defs: readonly Def[]): string {
  return entries(defs, shapeOf);
}

function entries(defs: readonly Def[], value: (def: Def) => unknown): string {
  return defs.map((def) => `  ${def.name}: ${literal(value(def))},\n`).join("");
}

/**
 * Returns the members in the order in which they are built: those of oneofs last, as in the protobuf JSON of the Rust SDK.
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
