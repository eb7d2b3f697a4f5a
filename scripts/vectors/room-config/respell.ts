import { getDef, type MemberValue, type Model } from "../../model/model.js";

/** Returns a message with the names of its .proto file, with enums as numbers and with numbers as strings. */
export function respell(model: Model, object: string, message: unknown): Record<string, unknown> {
  const respelled: Record<string, unknown> = {};
  const members = getDef(model, object).members;
  for (const [name, written] of Object.entries(message as object)) {
    const member = members.find((other) => other.name === name);
    if (!member) throw new Error(`${object} has no ${name}`);
    respelled[String(member.schema["x-proto-name"])] = each(written, member.shape, (value) =>
      respellValue(model, member.value, value),
    );
  }
  return respelled;
}

function each(written: unknown, shape: "single" | "list" | "map", change: (value: unknown) => unknown): unknown {
  if (shape === "single") return change(written);
  if (shape === "list") return (written as unknown[]).map(change);
  return Object.fromEntries(Object.entries(written as object).map(([key, value]) => [key, change(value)]));
}

function respellValue(model: Model, value: MemberValue, written: unknown): unknown {
  if (value.kind === "object") return respell(model, value.name, written);
  if (value.kind === "integer" || value.kind === "number") return String(written);
  if (value.kind !== "enum") return written;
  return (value.schema["x-enum-numbers"] as Record<string, number>)[String(written)];
}
