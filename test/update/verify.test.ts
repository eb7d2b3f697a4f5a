import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, it, vi } from "vitest";
import { EMPTY, type History } from "../../scripts/model/history/history.js";
import { SERVERS_FILE, type Servers, writeServers } from "../../scripts/model/history/servers.js";
import { HISTORY_FILE, writeHistory } from "../../scripts/model/history/text.js";
import { addReadings } from "../../scripts/protocol/history/extend.js";
import { verifyHistory } from "../../scripts/protocol/history/verify.js";
import { PROTOCOL_MODULE } from "../../scripts/protocol/module/go-client.js";
import { readReleases } from "../../scripts/protocol/module/reading.js";
import { obtainReleases } from "../../scripts/protocol/module/releases.js";
import { copySchemas, temporaryFolder } from "../support/copies.js";
import { moduleProxy } from "./module-proxy.js";

const filesWith = (field: string) => ({
  "auth/grants.go": 'package auth\ntype ClaimGrants struct {\n\tName string `json:"name"`\n}\n',
  "protobufs/room.proto": `syntax = "proto3";\npackage livekit;\nmessage RoomConfiguration { ${field} }\n`,
});

const RELEASES = { "1.8.0": filesWith("string name = 1;"), "1.9.0": filesWith("uint32 name = 1;") };
const GO_MOD = `module github.com/livekit/livekit-server\nrequire ${PROTOCOL_MODULE} v1.9.0\n`;

afterEach(() => vi.unstubAllEnvs());

/** Compares a history and servers with a proxy that serves both releases and one server. */
async function problemsOf(change: (history: History) => History, servers: Servers): Promise<readonly string[]> {
  const proxy = await moduleProxy(RELEASES, { servers: { "1.0.0": GO_MOD } });
  const env = { ...proxy, LIVEKIT_CLAIMS_CACHE: await temporaryFolder() };
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  const history = addReadings(EMPTY, await readReleases(await obtainReleases(Object.keys(RELEASES))));
  const folder = await copySchemas();
  await writeFile(join(folder, HISTORY_FILE), writeHistory(change(history)));
  await writeFile(join(folder, SERVERS_FILE), writeServers(servers));
  return (await verifyHistory(folder)).problems;
}

const RECORDED: Servers = { "1.0.0": { protocol: "1.9.0", source: "go.mod" } };

it.each<[name: string, problems: unknown[], change: (history: History) => History, servers?: Servers]>([
  ["nothing for a record that agrees", [], (history) => history],
  [
    "nothing for releases and servers that no proxy serves",
    [],
    (history) => ({ ...history, releases: ["1.7.0", ...history.releases] }),
    { ...RECORDED, "0.9.0": { protocol: "1.7.0", source: "tag" } },
  ],
  [
    "a member of another type",
    ["protocol 1.9.0: RoomConfiguration.name is uint32, recorded as string"],
    (history) => ({ ...history, members: { "RoomConfiguration.name": { since: "1.8.0", is: "string" } } }),
  ],
  [
    "a claim that came earlier",
    ["protocol 1.8.0: name is string, recorded as absent"],
    (history) => ({ ...history, claims: { name: { since: "1.9.0", is: "string" } } }),
  ],
  [
    "a release that is served by now",
    [expect.stringMatching(/^protocol 1\.8\.0 has the checksum h1:\S+, recorded as none$/)],
    ({ sums, ...history }) => ({ ...history, sums: { "1.9.0": sums["1.9.0"] as string } }),
  ],
  [
    "a release that is not served any more",
    ["no proxy serves protocol 1.7.0, which has a checksum"],
    ({ sums, releases, ...history }) => ({
      ...history,
      ...{ sums: { ...sums, "1.7.0": "h1:x" }, releases: ["1.7.0", ...releases] },
    }),
  ],
  [
    "a server with another protocol",
    ["livekit-server 1.0.0 has protocol 1.9.0, recorded as 1.8.0"],
    (history) => history,
    { "1.0.0": { protocol: "1.8.0", source: "go.mod" } },
  ],
])("verifying the history reports %s", async (_, problems, change, servers = RECORDED) => {
  expect(await problemsOf(change, servers)).toEqual(problems);
});
