import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { SchemaError } from "../schema-error.js";
import type { History } from "./history.js";
import { parseServers, SERVERS_FILE, type Servers } from "./servers.js";
import { HISTORY_FILE, parseHistory } from "./text.js";

/** The data about releases in schema/protocol/. */
export interface Facts {
  readonly history: History;
  readonly servers: Servers;
}

/**
 * Reads the history of the protocol and the releases of the server.
 *
 * @throws SchemaError when a file is missing or invalid, with the file and the place
 */
export async function readFacts(folder: string): Promise<Facts> {
  const text = (file: string) =>
    readFile(join(folder, file), "utf8").catch(() => {
      throw new SchemaError(file, "", "is missing; restore it from the repository");
    });
  return { history: parseHistory(await text(HISTORY_FILE)), servers: parseServers(await text(SERVERS_FILE)) };
}
