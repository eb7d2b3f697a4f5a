import { compile } from "json-schema-to-typescript";
import type { Model, Output } from "../../model/model.js";
import type { WebhookMember } from "../../model/webhook.js";
import { banner } from "../output/banner.js";

const DESCRIPTIONS: Readonly<Record<string, string>> = {
  event: "The name of the event. Servers may send names that this release does not know.",
  room: "The room of the event, a message `Room`.",
  participant: "The participant of an event about a participant or a track, a message `ParticipantInfo`.",
  egressInfo: "The egress of an event about an egress, a message `EgressInfo`.",
  ingressInfo: "The ingress of an event about an ingress, a message `IngressInfo`.",
  track: "The track of an event about a track, a message `TrackInfo`.",
  job: "The job of an event about the job of an agent, a message `Job`.",
  id: "The UUID of the event. It is the same each time that the server tries to deliver the event.",
  createdAt: "The time of the event in seconds since 1970, as a decimal number in a string.",
  roomEndReason: "The reason why the room ended, in `room_finished`: the name of a value of the enum `RoomEndReason`.",
};

/** Writes the type of the events that webhooks deliver. */
export async function emitWebhook({ webhook }: Model): Promise<Output[]> {
  const { events, members } = webhook;
  const names = {
    title: "WebhookEventName",
    description: `The names of the events that servers send, as of protocol ${webhook.release}.`,
    enum: events,
  };
  const event = {
    title: "WebhookEvent",
    description:
      "The body of a webhook. Only `event` is checked: the other members are as the server wrote them. Messages are in protobuf JSON.",
    type: "object",
    properties: Object.fromEntries(members.map((member) => [member.name, propertyOf(member)])),
    required: ["event"],
  };
  const types = await Promise.all([names, event].map(declare));
  return [{ path: "webhook.ts", content: banner("emit/code/webhook", "schema/") + types.join("\n") }];
}

function propertyOf({ name, type, deprecated }: WebhookMember) {
  const tsType = name === "event" ? "WebhookEventName | (string & {})" : TYPES[type];
  return {
    tsType,
    ...(deprecated ? { deprecated } : {}),
    ...(DESCRIPTIONS[name] ? { description: DESCRIPTIONS[name] } : {}),
  };
}

const TYPES: Readonly<Record<WebhookMember["type"], string>> = {
  ...{ string: "string", number: "number", boolean: "boolean" },
  object: "{ readonly [name: string]: unknown }",
};

function declare(schema: { readonly title: string }): Promise<string> {
  return compile(schema as never, schema.title, {
    additionalProperties: true,
    bannerComment: "",
    style: { printWidth: 120 },
  });
}
