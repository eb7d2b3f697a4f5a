import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isProtocolVersion } from "../../../src/targets/protocol-version.js";
import { SchemaError } from "../schema-error.js";
import { parseTsv } from "../tsv.js";
import type { History } from "./history.js";
import { HISTORY_FILE, parseHistory } from "./text.js";

/** What schema/protocol/ knows of releases. */
export interface Facts {
  readonly history: History;
  /** By their path in the payload ("video.room"), the release that brought a claim or grant. Those removed are not in it. */
  readonly grants: ReadonlyMap<string, string>;
  /** The protocol that each release of livekit-server is built with, oldest first. */
  readonly servers: ReadonlyMap<string, string>;
}

const GRANTS_FILE = "protocol/grants-since.tsv";
const SERVERS_FILE = "protocol/servers.tsv";

/**
 * Reads the history and the two tables.
 *
 * @throws SchemaError naming the file and line that is not as it must be
 */
export async function readFacts(folder: string): Promise<Facts> {
  const text = (file: string) => readFile(join(folder, file), "utf8");
  const history = await text(HISTORY_FILE).catch(() => {
    throw new SchemaError(HISTORY_FILE, "", 'is missing; run "npm run protocol:history"');
  });
  return {
    history: parseHistory(history),
    grants: grantsIn(await text(GRANTS_FILE)),
    servers: serversIn(await text(SERVERS_FILE)),
  };
}

function grantsIn(text: string): Map<string, string> {
  const grants = new Map<string, string>();
  const seen = new Set<string>();
  for (const { line, values } of parseTsv(text, GRANTS_FILE, ["path", "type", "since", "removed"])) {
    const { path, since, removed } = values;
    checkVersion(GRANTS_FILE, line, since);
    if (seen.has(path)) throw new SchemaError(GRANTS_FILE, "", `line ${line}: ${path} is there already`);
    seen.add(path);
    if (removed === "") grants.set(path, since);
    else checkVersion(GRANTS_FILE, line, removed);
  }
  return grants;
}

function serversIn(text: string): Map<string, string> {
  const rows = parseTsv(text, SERVERS_FILE, ["server", "protocol"]);
  for (const { line, values } of rows) {
    checkVersion(SERVERS_FILE, line, values.server);
    checkVersion(SERVERS_FILE, line, values.protocol);
  }
  return new Map(rows.map(({ values }) => [values.server, values.protocol]));
}

function checkVersion(file: string, line: number, version: string): void {
  if (!isProtocolVersion(version)) throw new SchemaError(file, "", `line ${line}: "${version}" is no version`);
}
