import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { SchemaError } from "./schema-error.js";

/** The webhooks of a release: the names of its events, and the members of the message that each of them is. */
export interface Webhook {
  readonly release: string;
  readonly events: readonly string[];
  readonly members: readonly WebhookMember[];
}

export interface WebhookMember {
  readonly name: string;
  /** The type in JSON. Messages are objects, and protobuf writes 64-bit integers as strings. */
  readonly type: "string" | "number" | "boolean" | "object";
  readonly deprecated?: boolean;
}

/** Relative to schema/. */
export const WEBHOOK_FILE = "protocol/webhook.json";

const COMMENT =
  'Read by "npm run protocol:update" off the Go module github.com/livekit/protocol; not edited by hand. events: the ' +
  "constants of its package webhook. members: the fields of the message WebhookEvent, with their types in JSON.";

/** @throws SchemaError when the file is missing or not as it must be */
export async function readWebhook(folder: string): Promise<Webhook> {
  try {
    const { release, events, members } = JSON.parse(await readFile(join(folder, WEBHOOK_FILE), "utf8")) as Webhook;
    if (events.length > 0 && members.some(({ name }) => name === "event")) return { release, events, members };
  } catch {
    // The same as a file with other contents.
  }
  throw new SchemaError(WEBHOOK_FILE, "", "must have events and members; restore it from the repository");
}

/** Returns the text of the file: an event or a member a line. */
export function writeWebhook({ release, events, members }: Webhook): string {
  const list = (values: readonly unknown[]): string =>
    values.map((value) => `    ${JSON.stringify(value)}`).join(",\n");
  return `{
  "$comment": ${JSON.stringify(COMMENT)},
  "release": ${JSON.stringify(release)},
  "events": [
${list(events)}
  ],
  "members": [
${list(members)}
  ]
}
`;
}
