import { isProtocolVersion } from "../../../src/targets/protocol-version.js";
import { isSchemaObject } from "../json-schema.js";
import { SchemaError } from "../schema-error.js";
import type { Entries, Entry, History } from "./history.js";
import { KINDS } from "./kinds.js";

/** The path relative to schema/. */
export const HISTORY_FILE = "protocol/history.json";

const COMMENT =
  'Written by "npm run protocol:update" from the releases of the Go module github.com/livekit/protocol; do not edit. ' +
  "sums: the checksums of the modules, as in go.sum. No proxy serves the releases without one; they were read from the " +
  "tags of the repository. since: the release that introduced a name. removed: the release that removed it. is: its " +
  "type, members or number. was: its earlier ones, by the release that changed each. away: the periods without it.";

/** Returns the text of the file: a line for each entry, sorted by name. */
export function writeHistory(history: History): string {
  const parts = [
    `"$comment": ${JSON.stringify(COMMENT)}`,
    `"releases": [\n${history.releases.map((release) => `    ${JSON.stringify(release)}`).join(",\n")}\n  ]`,
    `"sums": {\n${history.releases.flatMap((release) => sumOf(history, release)).join(",\n")}\n  }`,
    ...KINDS.map((kind) => `"${kind}": ${writeEntries(history[kind], "  ")}`),
  ];
  return `{\n${parts.map((part) => `  ${part}`).join(",\n")}\n}\n`;
}

function sumOf({ sums }: History, release: string): string[] {
  const sum = sums[release];
  return sum === undefined ? [] : [`    ${JSON.stringify(release)}: ${JSON.stringify(sum)}`];
}

/** Returns entries as JSON: a line for each, sorted by name. */
export function writeEntries(entries: Entries, indent: string): string {
  const names = Object.keys(entries).sort();
  const lines = names.map((name) => `${indent}  ${JSON.stringify(name)}: ${line(entries[name] as Entry)}`);
  return `{\n${lines.join(",\n")}\n${indent}}`;
}

function line({ since, removed, is, was, away }: Entry): string {
  const members = Object.entries({ since, removed, is, was, away }).filter(([, value]) => value !== undefined);
  return `{ ${members.map(([name, value]) => `"${name}": ${JSON.stringify(value)}`).join(", ")} }`;
}

/** @throws SchemaError when the text is not a history */
export function parseHistory(text: string): History {
  const fault = (pointer: string, problem: string) =>
    new SchemaError(HISTORY_FILE, pointer, `${problem}; restore it from the repository`);
  let history: unknown;
  try {
    history = JSON.parse(text);
  } catch (error) {
    throw fault("", `not JSON: ${(error as Error).message}`);
  }
  if (!isSchemaObject(history)) throw fault("", "must be a JSON object");
  const { releases } = history;
  if (!Array.isArray(releases) || !releases.every((release) => isProtocolVersion(String(release)))) {
    throw fault("/releases", "must be a list of releases");
  }
  if (!isSchemaObject(history.sums)) throw fault("/sums", "must be an object");
  for (const kind of KINDS) {
    const entries = history[kind];
    if (!isSchemaObject(entries)) throw fault(`/${kind}`, "must be an object");
    for (const [name, entry] of Object.entries(entries)) {
      const since = isSchemaObject(entry) ? entry.since : undefined;
      if (!releases.includes(since)) throw fault(`/${kind}/${name}/since`, "must be one of the releases");
    }
  }
  return history as unknown as History;
}
