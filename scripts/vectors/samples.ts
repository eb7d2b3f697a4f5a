import { getDef, type Member, type MemberValue, type Model } from "../model/model.js";
import { EARLIER } from "./token.js";

/** A valid value of a member that is not its default. Objects have no members. */
export function sampleOf(member: Member): unknown {
  const value = sampleValue(member.value, member);
  if (member.shape === "list") return [value];
  return member.shape === "map" ? { [`${member.name}-key`]: value } : value;
}

function sampleValue(value: MemberValue, { name, schema }: Member): unknown {
  switch (value.kind) {
    case "string":
      return `${name}-value`;
    case "boolean":
      return schema.default !== true;
    case "integer":
      return schema.maximum === Number.MAX_SAFE_INTEGER || "$ref" in schema ? EARLIER : 7;
    case "number":
      return 2.5;
    case "enum":
      return value.names.at(-1);
    case "object":
      return {};
  }
}

/** An object with every member set, those that are objects too, as far as they are grants. */
export function fullSample(model: Model, object: string): Record<string, unknown> {
  const members = getDef(model, object).members;
  return Object.fromEntries(
    members.map((member) => {
      const { value } = member;
      const nested = value.kind === "object" && getDef(model, value.name).origin === "grants";
      return [member.name, nested ? fullSample(model, value.name) : sampleOf(member)];
    }),
  );
}

/** The members that an object must have when it is minted. */
export function requiredSample(model: Model, object: string): Record<string, unknown> {
  const members = getDef(model, object).members.filter((member) => member.required);
  return Object.fromEntries(members.map((member) => [member.name, sampleOf(member)]));
}

const WRONG: Readonly<Record<string, unknown>> = {
  null: null,
  boolean: true,
  number: 1,
  string: "true",
  array: [],
  object: {},
};

/** The name of the JSON type that a member, or an element of it, is of. */
export function jsonType({ shape, value }: Member, element = false): string {
  if (!element && shape !== "single") return shape === "list" ? "array" : "object";
  return {
    string: "string",
    enum: "string",
    boolean: "boolean",
    integer: "number",
    number: "number",
    object: "object",
  }[value.kind];
}

/** One value of each JSON type but the right one, by the name of its type. */
export function wrongValues(type: string): [string, unknown][] {
  return Object.entries(WRONG).filter(([name]) => name !== type);
}

/** "a boolean", "null": how a comment speaks of a JSON type. */
export function typeWord(type: string): string {
  if (type === "null") return type;
  return /^[ao]/.test(type) ? `an ${type}` : `a ${type}`;
}
