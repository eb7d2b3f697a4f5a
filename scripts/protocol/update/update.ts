import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readFacts } from "../../model/history/facts.js";
import { type History, modelAt } from "../../model/history/history.js";
import { SERVERS_FILE, writeServers } from "../../model/history/servers.js";
import { HISTORY_FILE, writeHistory } from "../../model/history/text.js";
import { WEBHOOK_FILE, writeWebhook } from "../../model/webhook.js";
import { addReadings } from "../history/extend.js";
import { draftMessages } from "../import.js";
import { IMPORTED_FILE, readImported, writeImported } from "../imported.js";
import { listedReleases, PROTOCOL_MODULE } from "../module/go-client.js";
import { type Reading, readReleases } from "../module/reading.js";
import { obtainReleases, type Progress } from "../module/releases.js";
import { withNewServers } from "../module/servers.js";
import { readModuleWebhook } from "../module/webhooks.js";
import { OVERLAY_FILE, type OverlayText } from "../overlay.js";
import { brokenNames, changeLines } from "./changes.js";
import { wantedRelease } from "./wanted-release.js";

export interface Moved {
  readonly from: string;
  readonly to: string;
  /** The differences between the releases, a line each. */
  readonly changes: readonly string[];
  /** The names that are gone or have another type, which code may use. */
  readonly broken: readonly string[];
  /** The descriptions removed from the overlay. */
  readonly dropped: readonly OverlayText[];
  /** The reasons why servers were not recorded, a line each. */
  readonly skipped: readonly string[];
}

/**
 * Moves schema/ to a release of the protocol. Reads the new releases from the module proxy, once, and updates the
 * history, the servers, the imported messages, their schemas and the overlay. Needs no proxy when the release is
 * imported already. Writes the imported messages last, so that the next run completes an interrupted one.
 *
 * @param requested the release; default: the newest
 * @throws UnreachableError when the proxy does not respond
 * @throws RangeError when there is no such release
 * @throws Error when a recorded release has another checksum now
 */
export async function moveSchemas(schemaFolder: string, requested?: string, onProgress?: Progress): Promise<Moved> {
  const { history, servers } = await readFacts(schemaFolder);
  const imported = await readImported(schemaFolder);
  const isImported = requested?.replace(/^v/, "") === imported.release;
  const listed = isImported ? [] : await listedReleases(PROTOCOL_MODULE);
  const release = wantedRelease(requested, [...history.releases, ...listed]);
  const readings = await readNew([...listed, release], history.releases, release, onProgress);
  const extended = addReadings(history, readings);

  const write = async (file: string, text: string): Promise<void> => {
    const path = join(schemaFolder, file);
    if ((await readFile(path, "utf8").catch(() => undefined)) !== text) await writeFile(path, text);
  };
  const wanted = release === imported.release ? imported : await readingOf(release, readings, history);
  const { overlay, files, dropped } = await draftMessages(schemaFolder, wanted);
  await write(HISTORY_FILE, writeHistory(extended));
  const listedServers = isImported ? { servers, problems: [] } : await withNewServers(servers);
  await write(SERVERS_FILE, writeServers(listedServers.servers));
  const [fresh] = release === imported.release ? [] : await obtainReleases([release]);
  if (fresh) await write(WEBHOOK_FILE, writeWebhook(await readModuleWebhook(fresh)));
  await write(OVERLAY_FILE, overlay);
  for (const [file, schema] of Object.entries(files)) await write(file, schema);
  await write(IMPORTED_FILE, writeImported(wanted));
  const [before, after] = [modelAt(extended, imported.release), modelAt(extended, release)];
  const moved = { changes: changeLines(before, after), broken: brokenNames(before, after), dropped };
  return { from: imported.release, to: release, skipped: listedServers.problems, ...moved };
}

async function readNew(
  releases: readonly string[],
  known: readonly string[],
  release: string,
  onProgress?: Progress,
): Promise<Reading[]> {
  const fresh = [...new Set(releases)].filter((each) => !known.includes(each));
  const obtained = await obtainReleases(fresh, onProgress);
  if (fresh.includes(release) && !obtained.some((each) => each.release === release)) {
    throw new RangeError(`no proxy serves protocol ${release}; the newest known release is ${known.at(-1)}`);
  }
  return readReleases(obtained);
}

async function readingOf(release: string, readings: readonly Reading[], { sums }: History): Promise<Reading> {
  const [read] = readings.filter((each) => each.release === release);
  const [reading] = read ? [read] : await readReleases(await obtainReleases([release]));
  if (!reading) throw new RangeError(`no proxy serves protocol ${release}, so its messages cannot be read`);
  const recorded = sums[release] ?? reading.sum;
  if (recorded === reading.sum) return reading;
  throw new Error(`protocol ${release} has the checksum ${reading.sum}, but schema/${HISTORY_FILE} has ${recorded}`);
}
