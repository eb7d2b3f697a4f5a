import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ProtoModel } from "./proto-model.js";

/** The messages of the release that the schemas follow, as they were read. */
export interface Imported {
  readonly release: string;
  readonly model: ProtoModel;
}

/** The path relative to schema/. The import reads this file and needs no network. */
export const IMPORTED_FILE = "protocol/imported.json";

const COMMENT =
  'Written by "npm run protocol:update" from the .proto files of the Go module github.com/livekit/protocol; do not ' +
  "edit. The messages of scripts/protocol/roots.ts and all types that they refer to. secret: the mark SENSITIVITY_SECRET.";

export async function readImported(schemaFolder: string): Promise<Imported> {
  const { release, messages, enums } = JSON.parse(await readFile(join(schemaFolder, IMPORTED_FILE), "utf8"));
  return { release, model: { messages, enums } };
}

/** Returns the text of the file: a line for each field and value. */
export function writeImported({ release, model: { messages, enums } }: Imported): string {
  const group = (name: string, list: string, lines: readonly unknown[]): string =>
    `    { "name": ${JSON.stringify(name)}, "${list}": [\n${lines.map((line) => `      ${JSON.stringify(line)}`).join(",\n")}\n    ] }`;
  return `{
  "$comment": ${JSON.stringify(COMMENT)},
  "release": ${JSON.stringify(release)},
  "messages": [
${messages.map(({ name, fields }) => group(name, "fields", fields)).join(",\n")}
  ],
  "enums": [
${enums.map(({ name, values }) => group(name, "values", values)).join(",\n")}
  ]
}
`;
}
