import { posix } from "node:path";
import type { ProtoModel } from "./proto-model.js";

/** The messages with a schema file of their own, and its path in schema/. Tokens hold those of protocol/ alone. */
export const ROOTS: Readonly<Record<string, string>> = {
  RoomConfiguration: "protocol/room-configuration.schema.json",
  TokenSourceRequest: "endpoint/token-source-request.schema.json",
  TokenSourceResponse: "endpoint/token-source-response.schema.json",
};

/** Returns the part of a model that tokens hold. */
export function heldByTokens(model: ProtoModel): ProtoModel {
  return reachedFrom(
    model,
    Object.keys(ROOTS).filter((name) => ROOTS[name]?.startsWith("protocol/")),
  );
}

/** Returns the messages of the names that the model has, with all that they reach, depth first. */
export function reachedFrom(model: ProtoModel, names: readonly string[], stopAt: readonly string[] = []): ProtoModel {
  const messages = new Map<string, ProtoModel["messages"][number]>();
  const enums = new Map<string, ProtoModel["enums"][number]>();
  const visit = (name: string): void => {
    const message = model.messages.find((each) => each.name === name);
    if (!message || messages.has(name)) return;
    messages.set(name, message);
    for (const { type } of message.fields) {
      if (type.kind === "message" && !stopAt.includes(type.name)) visit(type.name);
      const named = type.kind === "enum" && model.enums.find((each) => each.name === type.name);
      if (named) enums.set(named.name, named);
    }
  };
  for (const name of names) visit(name);
  return { messages: [...messages.values()], enums: [...enums.values()] };
}

/** Returns the reference from one root's file to another message. */
export function referenceTo(name: string, from: string): string {
  const [target, file] = [ROOTS[name], ROOTS[from]];
  if (target === undefined || file === undefined || name === from) return `#/$defs/${name}`;
  return posix.relative(posix.dirname(file), target);
}
