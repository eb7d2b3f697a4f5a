import { getDef, type MemberValue, type Model } from "../../model/model.js";

/** A message in the names of its .proto file, with the numbers of its enums and numbers in strings. */
export function respell(model: Model, object: string, message: unknown): Record<string, unknown> {
  const respelled: Record<string, unknown> = {};
  const members = getDef(model, object).members;
  for (const [name, given] of Object.entries(message as object)) {
    const member = members.find((other) => other.name === name);
    if (!member) throw new Error(`${object} has no ${name}`);
    respelled[String(member.schema["x-proto-name"])] = each(given, member.shape, (value) =>
      respellValue(model, member.value, value),
    );
  }
  return respelled;
}

function each(given: unknown, shape: "single" | "list" | "map", change: (value: unknown) => unknown): unknown {
  if (shape === "single") return change(given);
  if (shape === "list") return (given as unknown[]).map(change);
  return Object.fromEntries(Object.entries(given as object).map(([key, value]) => [key, change(value)]));
}

function respellValue(model: Model, value: MemberValue, given: unknown): unknown {
  if (value.kind === "object") return respell(model, value.name, given);
  if (value.kind === "integer" || value.kind === "number") return String(given);
  if (value.kind !== "enum") return given;
  return (value.schema["x-enum-numbers"] as Record<string, number>)[String(given)];
}
