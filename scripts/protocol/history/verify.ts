import { readFacts } from "../../model/history/facts.js";
import { type History, modelAt } from "../../model/history/history.js";
import { KINDS } from "../../model/history/kinds.js";
import type { Servers } from "../../model/history/servers.js";
import { type Reading, readReleases, releaseModel } from "../module/reading.js";
import { obtainReleases, type Progress } from "../module/releases.js";
import { protocolOfServer } from "../module/servers.js";

export interface Verified {
  /** The numbers of releases of the protocol and of the server that were compared. */
  readonly releases: number;
  readonly servers: number;
  /** The differences between releases and their records, a line each. */
  readonly problems: readonly string[];
}

/**
 * Compares all records with the modules: every release that a proxy serves. Asks also for those without a checksum,
 * which no proxy has served so far. Releases that were downloaded before need no network.
 *
 * @throws UnreachableError when the proxy does not respond
 */
export async function verifyHistory(schemaFolder: string, onProgress?: Progress): Promise<Verified> {
  const { history, servers } = await readFacts(schemaFolder);
  const obtained = await obtainReleases(history.releases, onProgress);
  const readings = await readReleases(obtained);
  const served = new Set(obtained.map(({ release }) => release));
  const missing = Object.keys(history.sums).filter((release) => !served.has(release));
  const problems = [
    ...missing.map((release) => `no proxy serves protocol ${release}, which has a checksum`),
    ...readings.flatMap((reading) => differences(history, reading)),
    ...(await serverProblems(servers)),
  ];
  return { releases: readings.length, servers: withGoMod(servers).length, problems };
}

function differences(history: History, reading: Reading): string[] {
  const { release, sum } = reading;
  const [recorded, read] = [modelAt(history, release), releaseModel(reading)];
  const names = KINDS.flatMap((kind) => {
    const all = new Set([...Object.keys(recorded[kind]), ...Object.keys(read[kind])]);
    return [...all]
      .filter((name) => recorded[kind][name] !== read[kind][name])
      .map(
        (name) =>
          `protocol ${release}: ${name} is ${read[kind][name] ?? "absent"}, recorded as ${recorded[kind][name] ?? "absent"}`,
      );
  });
  const known = history.sums[release] ?? "none";
  const sums = sum === known ? [] : [`protocol ${release} has the checksum ${sum}, recorded as ${known}`];
  return [...sums, ...names];
}

function withGoMod(servers: Servers): [string, string][] {
  return Object.entries(servers).flatMap(([server, { protocol, source }]) =>
    source === "go.mod" ? [[server, protocol]] : [],
  );
}

async function serverProblems(servers: Servers): Promise<string[]> {
  const problems: string[] = [];
  for (const [server, recorded] of withGoMod(servers)) {
    const protocol = await protocolOfServer(server);
    if (protocol !== recorded)
      problems.push(`livekit-server ${server} has protocol ${protocol}, recorded as ${recorded}`);
  }
  return problems;
}
