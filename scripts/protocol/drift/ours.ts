import { isDeepStrictEqual } from "node:util";
import { CLAIM_ENUMS } from "../../model/history/kinds.js";
import { joinPath } from "../../model/join-history.js";
import type { JsonSchema } from "../../model/json-schema.js";
import { type Def, getDef, type Member, type Model } from "../../model/model.js";
import { REGISTERED_CLAIMS } from "../../model/registered-claims.js";
import type { FieldType, ProtoEnum, ProtoModel } from "../descriptors.js";
import { SCALAR_SCHEMAS } from "../room-configuration.js";
import { protoDeclarations } from "./proto-declarations.js";
import type { Declarations, Part } from "./source.js";

/** What our schemas declare, in the words that the sources are read in. */
export function ourDeclarations(model: Model): Readonly<Record<Part, Declarations>> {
  return {
    claims: claimDeclarations(model),
    "room configuration": protoDeclarations(protoModel(model), claimEnums(model)),
  };
}

/** An object is followed by its members. */
function claimDeclarations(model: Model): Declarations {
  const declarations: Record<string, string> = {};
  const visit = (name: string, path: string): void => {
    for (const member of getDef(model, name).members) {
      const place = joinPath(path, member.name);
      declarations[place] = claimType(member);
      const def = member.value.kind === "object" ? getDef(model, member.value.name) : undefined;
      if (def?.origin === "grants") visit(def.name, place);
    }
  };
  visit("Claims", "");
  return withoutRegistered(declarations);
}

/** Without the claims that every JWT may hold, which SDKs leave to their JWT library. */
export function withoutRegistered(declarations: Declarations): Declarations {
  return Object.fromEntries(Object.entries(declarations).filter(([name]) => !REGISTERED_CLAIMS.has(name)));
}

function claimType({ shape, value }: Member): string {
  const type = value.kind === "enum" ? "string" : value.kind;
  return { single: type, list: `${type}[]`, map: `object<string,${type}>` }[shape];
}

function protoModel(model: Model): ProtoModel {
  const defs = [...model.defs.values()].filter(({ origin }) => origin === "protocol");
  return {
    messages: defs
      .filter(({ schema }) => !schema.enum)
      .map(({ name, members }) => ({
        name,
        fields: members.map((member) => ({
          jsonName: member.name,
          protoName: String(member.schema["x-proto-name"]),
          type: fieldType(member),
          shape: member.shape,
          ...(typeof member.schema["x-oneof"] === "string" ? { oneof: member.schema["x-oneof"] } : {}),
        })),
      })),
    enums: defs.filter(({ schema }) => schema.enum).map(enumOf),
  };
}

function fieldType({ schema, shape, value }: Member): FieldType {
  if (value.kind === "enum") return { kind: "enum", name: value.name };
  if (value.kind === "object") return { kind: "message", name: value.name };
  const element = { single: schema, list: schema.items, map: schema.additionalProperties }[shape] as JsonSchema;
  const scalar = Object.entries(SCALAR_SCHEMAS).find(([, written]) =>
    Object.entries(written).every(([keyword, expected]) => isDeepStrictEqual(element[keyword], expected)),
  );
  return { kind: "scalar", scalar: scalar?.[0] ?? value.kind };
}

function enumOf({ name, schema }: Def): ProtoEnum {
  const numbers = schema["x-enum-numbers"] as Readonly<Record<string, number>>;
  return { name, values: Object.entries(numbers).map(([value, number]) => ({ name: value, number })) };
}

function claimEnums(model: Model): ProtoEnum[] {
  return Object.entries(CLAIM_ENUMS).map(([title, name]) => {
    const values = getDef(model, title).schema.enum ?? [];
    return { name, values: values.map((value, number) => ({ name: value.toUpperCase(), number })) };
  });
}
