import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { readDeprecations } from "./deprecations.js";
import { describeMessages } from "./descriptors.js";
import { draftOverlay, type OverlayDraft } from "./draft-overlay.js";
import type { Overlay } from "./overlay.js";
import { type Import, roomConfigurationSchema } from "./room-configuration.js";

/** The overlay's file in the schema folder. */
export const OVERLAY_FILE = "room-configuration.overlay.json";

/** Builds the text of schema/protocol/room-configuration.schema.json from the installed @livekit/protocol. */
export async function importRoomConfiguration(schemaFolder: string): Promise<string> {
  return text(roomConfigurationSchema({ ...(await installed()), overlay: await readOverlay(schemaFolder) }));
}

export interface ImportDraft extends Pick<OverlayDraft, "dropped"> {
  /** The text of the schema, with empty descriptions where words are missing. */
  readonly schema: string;
  /** The text of the overlay, with an entry for everything. */
  readonly overlay: string;
}

/** The same when the overlay may be one of another release: what is new in this one gets empty entries. */
export async function draftRoomConfiguration(schemaFolder: string): Promise<ImportDraft> {
  const source = await installed();
  const { overlay, dropped } = draftOverlay(await readOverlay(schemaFolder), source.model);
  return {
    schema: text(roomConfigurationSchema({ ...source, overlay, draft: true })),
    overlay: text(overlay),
    dropped,
  };
}

export async function readOverlay(schemaFolder: string): Promise<Overlay> {
  return JSON.parse(await readFile(join(schemaFolder, OVERLAY_FILE), "utf8"));
}

async function installed(): Promise<Omit<Import, "overlay">> {
  const { RoomConfiguration } = await import("@livekit/protocol");
  const entry = createRequire(import.meta.url).resolve("@livekit/protocol");
  const { version } = JSON.parse(await readFile(join(dirname(entry), "..", "package.json"), "utf8"));
  const model = describeMessages(RoomConfiguration);
  return { model, version, deprecated: readDeprecations(join(dirname(entry), "index.d.ts"), model) };
}

function text(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
