import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { HISTORY_FILE, parseHistory, writeHistory } from "../../scripts/model/history/text.js";
import { edit } from "../support/copies.js";

/**
 * Adds a grant that no LiveKit server knows: a schema file, a property of Claims, and a line of history for each
 * member.
 */
export async function addTelemetryGrants(folder: string): Promise<void> {
  const schema = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "https://unpkg.com/livekit-claims@1/schema/telemetry-grants.schema.json",
    title: "TelemetryGrants",
    description: "What the holder may do with the telemetry of a project.",
    type: "object",
    additionalProperties: false,
    properties: {
      read: { description: "Read telemetry. Not permitted when absent.", type: "boolean" },
      stream: { description: "The one stream that may be read. Every stream when absent or empty.", type: "string" },
    },
  };
  await writeFile(join(folder, "schema/telemetry-grants.schema.json"), `${JSON.stringify(schema, null, 2)}\n`);
  await edit(join(folder, "schema/claims.schema.json"), "/properties/telemetry", {
    description: "What the holder may do with the telemetry of a project. Nothing when absent.",
    $ref: "telemetry-grants.schema.json",
  });
  await addToHistory(folder, { telemetry: "object", "telemetry.read": "boolean", "telemetry.stream": "string" });
}

/** Adds a member to an existing grant. */
export async function addCanTranscribe(folder: string): Promise<void> {
  await edit(join(folder, "schema/video-grants.schema.json"), "/properties/canTranscribe", {
    description: "Transcribe the tracks of the room. Not permitted when absent.",
    type: "boolean",
  });
  await addToHistory(folder, { "video.canTranscribe": "boolean" });
}

/** Adds the lines that `npm run protocol:update` writes for claims and grants of the newest release. */
async function addToHistory(folder: string, claims: Readonly<Record<string, string>>): Promise<void> {
  const file = join(folder, "schema", HISTORY_FILE);
  const history = parseHistory(await readFile(file, "utf8"));
  const since = history.releases.at(-1) as string;
  const added = Object.fromEntries(Object.entries(claims).map(([path, is]) => [path, { since, is }]));
  await writeFile(file, writeHistory({ ...history, claims: { ...history.claims, ...added } }));
}
