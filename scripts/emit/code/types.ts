import { compile } from "json-schema-to-typescript";
import type { JsonSchema } from "../../model/json-schema.js";
import type { Def, Member, Model, Output } from "../../model/model.js";
import { banner } from "../output/banner.js";

/**
 * The TypeScript types. A claims or grants object gives two: `X`, what comes back (defaulted members there, enums
 * open), and `XInit`, what goes in (everything optional, enums closed). A protobuf message is one type both ways.
 */
export async function emitTypes(model: Model): Promise<Output[]> {
  const definitions: Record<string, JsonSchema> = {};
  for (const def of model.defs.values()) Object.assign(definitions, typesOf(model, def));
  const code = await compile({ type: "object", definitions } as never, "Root", {
    additionalProperties: false,
    bannerComment: "",
    unreachableDefinitions: true,
    style: { printWidth: 120 },
  });
  return [{ path: "types.ts", content: banner("emit/code/types", "schema/") + tidy(code) }];
}

function typesOf(model: Model, def: Def): Record<string, JsonSchema> {
  const { name, schema, members } = def;
  if (schema.enum) return { [name]: pick(schema, "title", "description", "type", "enum") };
  if (schema.type !== "object") return {};
  const object = (title: string, required: readonly string[], type: (member: Member) => string): JsonSchema => ({
    ...pick(schema, "description"),
    title,
    type: "object",
    additionalProperties: false,
    required,
    properties: Object.fromEntries(
      members.map((member) => [
        member.name,
        { ...pick(member.schema, "deprecated"), description: describe(member), tsType: type(member) },
      ]),
    ),
  });
  if (def.origin === "protocol") return { [name]: object(name, [], closed) };
  const present = members.filter((member) => member.required || "default" in member.schema);
  return {
    [name]: object(
      name,
      present.map((member) => member.name),
      open,
    ),
    [`${name}Init`]: object(`${name}Init`, [], (member) => init(model, member)),
  };
}

function describe({ schema }: Member): string {
  const since = schema["x-since"];
  const words = since === undefined ? `${schema.description}` : `${schema.description}\n\nSince protocol ${since}.`;
  const from = schema["x-default-from"];
  if (from !== undefined) return `${words}\n\n@defaultValue the value of \`${from}\``;
  return "default" in schema ? `${words}\n\n@defaultValue \`${JSON.stringify(schema.default)}\`` : words;
}

// One type both ways takes lists that the caller may not change, and so gives such.
const closed = (member: Member): string => wrap(member, valueType(member), "readonly ");

const open = (member: Member): string =>
  wrap(member, member.value.kind === "enum" ? `${member.value.name} | (string & {})` : valueType(member), "");

function init(model: Model, member: Member): string {
  const { value } = member;
  const both = value.kind === "object" && model.defs.get(value.name)?.origin === "grants";
  return wrap(member, both ? `${value.name}Init | ${value.name}` : valueType(member), "readonly ");
}

function valueType({ value }: Member): string {
  if (value.kind === "enum" || value.kind === "object") return value.name;
  return value.kind === "integer" ? "number" : value.kind;
}

function wrap({ shape, nullable }: Member, type: string, modifier: string): string {
  const shapes = {
    single: type,
    list: `${modifier}${type.includes("|") ? `(${type})` : type}[]`,
    map: `{ ${modifier}[name: string]: ${type} }`,
  };
  return nullable ? `${shapes[shape]} | null` : shapes[shape];
}

function pick(schema: JsonSchema, ...keywords: readonly string[]): JsonSchema {
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => keywords.includes(keyword)));
}

/** json-schema-to-typescript needs a root to hang the definitions on, and says so at each of them. */
function tidy(code: string): string {
  return code
    .replace(/^export interface Root \{\}\n/m, "")
    .replace(/ \*\n \* This interface was referenced by `Root`'s JSON-Schema\n \* via the `definition` "\w+"\.\n/g, "")
    .replace(/^\}\n(?=\/\*\*|export)/gm, "}\n\n")
    .replace(/;\n(?=\/\*\*\n \*)/g, ";\n\n")
    .trimStart();
}
