import { join } from "node:path";
import type { Webhook, WebhookMember } from "../../model/webhook.js";
import type { ProtoField } from "../proto-model.js";
import { readPackages } from "./packages.js";
import { readMessage } from "./protos.js";
import type { ModuleRelease } from "./releases.js";

/**
 * Reads the webhooks of a release of the module: the constants `Event…` of its package `webhook`, and the message
 * WebhookEvent.
 *
 * @throws Error when the release declares no events, or a member with a type that is not supported
 */
export async function readModuleWebhook({ release, folder }: ModuleRelease): Promise<Webhook> {
  const [found] = await readPackages([join(folder, "webhook")]);
  const constants = Object.entries(found?.constants ?? {});
  const events = constants.flatMap(([name, value]) => (/^Event[A-Z]/.test(name) ? [value] : []));
  if (events.length === 0) throw new Error(`protocol ${release} has no constant Event… in its package webhook`);
  const { fields } = await readMessage(folder, "WebhookEvent");
  return { release, events: events.sort(), members: fields.map(memberOf) };
}

function memberOf(field: ProtoField): WebhookMember {
  return { name: field.jsonName, type: jsonType(field), ...(field.deprecated ? { deprecated: true } : {}) };
}

function jsonType({ jsonName, type, shape }: ProtoField): WebhookMember["type"] {
  if (shape !== "single") throw new Error(`WebhookEvent.${jsonName} is a ${shape}: teach webhooks.ts its type in JSON`);
  if (type.kind !== "scalar") return type.kind === "enum" ? "string" : "object";
  if (type.scalar === "bool") return "boolean";
  return /^(?:string|bytes|.*64)$/.test(type.scalar) ? "string" : "number";
}
