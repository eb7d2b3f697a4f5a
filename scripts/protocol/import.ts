import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { draftOverlay, type OverlayDraft } from "./draft-overlay.js";
import { importProblems } from "./import-problems.js";
import { type Imported, readImported } from "./imported.js";
import { readLeftOut } from "./left-out.js";
import { OVERLAY_FILE, type Overlay } from "./overlay.js";
import { type Import, roomConfigurationSchema } from "./room-configuration.js";
import { supportedModel } from "./supported-model.js";

/** The path relative to schema/. */
export const SCHEMA_FILE = "protocol/room-configuration.schema.json";

export interface ImportResult {
  /** The text of the schema, without the parts that have problems. */
  readonly schema: string;
  /** The things to write, decide or remove, a line each. */
  readonly problems: readonly string[];
}

/** Builds the text of the schema of RoomConfiguration from the imported messages and the overlay. */
export async function importRoomConfiguration(schemaFolder: string): Promise<ImportResult> {
  return resultOf(await sourceOf(schemaFolder, await readImported(schemaFolder)));
}

export interface ImportDraft extends ImportResult, Pick<OverlayDraft, "dropped"> {
  /** The text of the overlay, with an entry for everything. */
  readonly overlay: string;
}

/** Builds the schema with an overlay that may belong to another release. New names get empty entries. */
export async function draftRoomConfiguration(schemaFolder: string, imported: Imported): Promise<ImportDraft> {
  const source = await sourceOf(schemaFolder, imported);
  const { overlay, dropped } = draftOverlay(source.overlay, source.model);
  return { ...resultOf({ ...source, overlay }), overlay: text(overlay), dropped };
}

async function sourceOf(schemaFolder: string, { release, model }: Imported): Promise<Import> {
  const overlay: Overlay = JSON.parse(await readFile(join(schemaFolder, OVERLAY_FILE), "utf8"));
  return { release, overlay, ...supportedModel(model, await readLeftOut(schemaFolder)) };
}

function resultOf(source: Import): ImportResult {
  return { schema: text(roomConfigurationSchema(source)), problems: importProblems(source) };
}

function text(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
