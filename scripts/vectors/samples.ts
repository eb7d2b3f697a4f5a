import { getDef, type Member, type MemberValue, type Model } from "../model/model.js";
import { EARLIER } from "./token.js";

/** Returns a valid value of a member that is not its default. Objects are empty. */
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

/** Returns an object with every member set, and so on in nested grants. */
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

/** Returns an object with the members that minting requires. */
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

/** Returns the JSON type of a member or of its elements. */
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

/** Returns one value of each JSON type except the right one, by the name of its type. */
export function wrongValues(type: string): [string, unknown][] {
  return Object.entries(WRONG).filter(([name]) => name !== type);
}

/** Returns the words of a comment for a JSON type: "a boolean", "null". */
export function typeWord(type: string): string {
  if (type === "null") return type;
  return /^[ao]/.test(type) ? `an ${type}` : `a ${type}`;
}
