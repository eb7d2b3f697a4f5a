import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { jsonText } from "../emit/output/json-text.js";
import { draftOverlay, type OverlayDraft } from "./draft-overlay.js";
import { importProblems } from "./import-problems.js";
import { type Imported, readImported } from "./imported.js";
import { readLeftOut } from "./left-out.js";
import { type Import, messageSchema } from "./message-schema.js";
import { OVERLAY_FILE, type Overlay } from "./overlay.js";
import { ROOTS } from "./roots.js";
import { supportedModel } from "./supported-model.js";

export interface ImportResult {
  /** The texts of the schema files by their paths in schema/, without the parts that have problems. */
  readonly files: Readonly<Record<string, string>>;
  /** The things to write, decide or remove, a line each. */
  readonly problems: readonly string[];
}

/** Builds the schema files of the imported messages from their structure and the overlay. */
export async function importMessages(schemaFolder: string): Promise<ImportResult> {
  return resultOf(await sourceOf(schemaFolder, await readImported(schemaFolder)));
}

export interface ImportDraft extends ImportResult, Pick<OverlayDraft, "dropped"> {
  /** The text of the overlay, with an entry for everything. */
  readonly overlay: string;
}

/** Builds the schema files with an overlay that may belong to another release. New names get empty entries. */
export async function draftMessages(schemaFolder: string, imported: Imported): Promise<ImportDraft> {
  const source = await sourceOf(schemaFolder, imported);
  const { overlay, dropped } = draftOverlay(source.overlay, source.model);
  return { ...resultOf({ ...source, overlay }), overlay: jsonText(overlay), dropped };
}

async function sourceOf(schemaFolder: string, { release, model }: Imported): Promise<Import> {
  const overlay: Overlay = JSON.parse(await readFile(join(schemaFolder, OVERLAY_FILE), "utf8"));
  return { release, overlay, ...supportedModel(model, await readLeftOut(schemaFolder)) };
}

function resultOf(source: Import): ImportResult {
  const files = Object.entries(ROOTS).map(
    ([root, file]) => [file, jsonText(messageSchema(root, file, source))] as const,
  );
  return { files: Object.fromEntries(files), problems: importProblems(source) };
}
