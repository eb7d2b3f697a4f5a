import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it, vi } from "vitest";
import { listedReleases, PROTOCOL_MODULE, UnreachableError } from "../../scripts/protocol/module/go-client.js";
import { readGrants } from "../../scripts/protocol/module/grants.js";
import { readReleases } from "../../scripts/protocol/module/reading.js";
import { obtainReleases } from "../../scripts/protocol/module/releases.js";
import { protocolOfServer, withNewServers } from "../../scripts/protocol/module/servers.js";
import { temporaryFolder } from "../support/copies.js";
import { moduleProxy } from "./module-proxy.js";

const GRANTS = fileURLToPath(new URL("fixtures/go/", import.meta.url));

const FILES = {
  "auth/grants.go": 'package auth\ntype ClaimGrants struct {\n\tName string `json:"name"`\n}\n',
  "auth/grants_test.go": "package auth\n",
  "protobufs/room.proto": 'syntax = "proto3";\npackage livekit;\nmessage RoomConfiguration { string name = 1; }\n',
  "livekit/room.go": "package livekit\n",
};

async function useProxy(env: NodeJS.ProcessEnv): Promise<string> {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  const cache = await temporaryFolder();
  vi.stubEnv("LIVEKIT_CLAIMS_CACHE", cache);
  return cache;
}

const NOBODY = { GOPROXY: "http://127.0.0.1:1", GONOSUMDB: "github.com/livekit/*" };

afterEach(() => vi.unstubAllEnvs());

describe("the releases of the module", () => {
  it("are the full versions that the proxy lists, oldest first", async () => {
    await useProxy(await moduleProxy({ "1.10.0": FILES }, { listed: ["1.10.0", "1.9.0", "1.9.1-rc.1", "0.2.0"] }));
    expect(await listedReleases(PROTOCOL_MODULE)).toEqual(["0.2.0", "1.9.0", "1.10.0"]);
  });

  it("are downloaded once, and only the files that are read are kept", async () => {
    const cache = await useProxy(await moduleProxy({ "1.9.0": FILES, "1.10.0": FILES }));
    const told: number[][] = [];
    const [first, second] = await obtainReleases(["1.9.0", "1.10.0"], (...progress) => told.push(progress));
    expect(told).toEqual([
      [0, 2],
      [1, 2],
      [2, 2],
    ]);
    expect([first?.release, second?.release]).toEqual(["1.9.0", "1.10.0"]);
    expect(first?.sum).toMatch(/^h1:/);
    const kept = await readdir(first?.folder ?? "", { recursive: true });
    expect(kept.sort()).toEqual([
      ".sum",
      "auth",
      "auth/grants.go",
      "auth/grants_test.go",
      "protobufs",
      "protobufs/room.proto",
    ]);
    expect((await readdir(join(cache, "protocol-module-2"))).sort()).toEqual(["1.10.0", "1.9.0"]);

    vi.stubEnv("GOPROXY", NOBODY.GOPROXY);
    expect(await obtainReleases(["1.9.0"])).toEqual([first]);
    await expect(obtainReleases(["1.9.1"])).rejects.toThrow(UnreachableError);
  }, 120_000);

  it("are left out when the proxy lists but does not serve them", async () => {
    await useProxy(await moduleProxy({ "1.9.0": FILES }));
    expect((await obtainReleases(["1.8.0", "1.9.0"])).map(({ release }) => release)).toEqual(["1.9.0"]);
  }, 60_000);

  it("are read in one pass, and are named when they cannot be read", async () => {
    const broken = { ...FILES, "protobufs/room.proto": "message {" };
    await useProxy(await moduleProxy({ "1.9.0": FILES, "1.10.0": broken }));
    const [right, wrong] = await obtainReleases(["1.9.0", "1.10.0"]);
    const [reading] = await readReleases(right ? [right] : []);
    expect(reading?.claims).toEqual({ name: "string" });
    expect(reading?.model.messages.map(({ name, fields }) => [name, fields.length])).toEqual([
      ["RoomConfiguration", 1],
    ]);
    await expect(readReleases(wrong ? [wrong] : [])).rejects.toThrow("the .proto files of 1.10.0 cannot be read: ");
  });
});

describe("the protocol of a server", () => {
  const goMod = (...lines: string[]): string => ["module github.com/livekit/livekit-server", ...lines, ""].join("\n");
  const requires = (version: string): string => `require ${PROTOCOL_MODULE} v${version}`;

  it("is the one that its go.mod requires, and is requested once", async () => {
    const servers = {
      "1.0.0": goMod(requires("1.9.0")),
      "1.1.0": goMod(requires("1.9.1-0.20260114074149-a8bb8204ce69")),
    };
    await useProxy(await moduleProxy({}, { servers }));
    const known = {
      "0.9.0": { protocol: "1.8.0", source: "tag" },
      "1.0.0": { protocol: "1.2.3", source: "go.mod" },
    } as const;
    expect(await withNewServers(known)).toEqual({
      servers: { ...known, "1.1.0": { protocol: "1.9.1-0.20260114074149", source: "go.mod" } },
      problems: [],
    });
    vi.stubEnv("GOPROXY", NOBODY.GOPROXY);
    expect(await protocolOfServer("1.1.0")).toBe("1.9.1-0.20260114074149");
  }, 60_000);

  it.each([
    ["none", goMod()],
    [
      "one in place of another",
      goMod(requires("1.9.0"), `replace ${PROTOCOL_MODULE} => github.com/other/protocol v1.0.0`),
    ],
  ])("is an error that names it, with %s", async (_, text) => {
    await useProxy(await moduleProxy({}, { servers: { "1.0.0": text } }));
    await expect(protocolOfServer("1.0.0")).rejects.toThrow("livekit-server 1.0.0 does not require a release of");
    expect(await withNewServers({})).toEqual({
      servers: {},
      problems: [expect.stringMatching(/^not recorded: livekit-server 1\.0\.0 does not/)],
    });
  });
});

describe("the grants of the module", () => {
  const DECLARED = {
    ...{ name: "string", video: "object", "video.room": "string", "video.canPublish": "boolean" },
    ...{ "video.canPublishSources": "string[]", attributes: "object<string,string>", roomConfig: "object" },
  };

  /** Reads the grants after replacing a text in grants.go. */
  async function read(before = "", after = ""): Promise<unknown> {
    const folder = await temporaryFolder();
    await cp(GRANTS, folder, { recursive: true });
    const file = join(folder, "auth", "grants.go");
    const text = await readFile(file, "utf8");
    expect(text).toContain(before);
    await writeFile(file, text.replace(before, after));
    return (await readGrants([folder]))[0];
  }

  it("are read from its structs", async () => {
    expect(await read()).toEqual(DECLARED);
    expect(await readGrants([GRANTS, GRANTS])).toEqual([DECLARED, DECLARED]);
    expect(await readGrants([])).toEqual([]);
  });

  it.each([
    [
      "type VideoGrant struct {",
      'type VideoGrant struct {\n\tFresh bool `json:"fresh,omitempty"`',
      { "video.fresh": "boolean" },
    ],
    ["CanPublish        *bool ", "CanPublish        string ", { "video.canPublish": "string" }],
    ["CanPublish        *bool ", "CanPublish        *uint32 ", { "video.canPublish": "integer" }],
    ["CanPublish        *bool ", "CanPublish        []float64 ", { "video.canPublish": "number[]" }],
    [
      "CanPublish        *bool ",
      "CanPublish        map[string]bool ",
      { "video.canPublish": "object<string,boolean>" },
    ],
    // A type that the package names, and two whose form in JSON only their package decides.
    ["CanPublish        *bool ", "CanPublish        []mode ", { "video.canPublish": "string[]" }],
    ["CanPublish        *bool ", "CanPublish        time.Duration ", { "video.canPublish": "time.Duration" }],
    ["CanPublish        *bool ", "CanPublish        []json.Number ", { "video.canPublish": "[]json.Number" }],
  ])("reflect %j replaced by %j", async (before, after, more) => {
    expect(await read(before, after)).toEqual({ ...DECLARED, ...more });
  });

  it.each([
    ["type ClaimGrants struct", "type Grants struct", "has no declaration of ClaimGrants"],
    ["\tshared\n", "\tother.Shared\n", "ClaimGrants embeds other.Shared"],
  ])("are an error with %j replaced by %j", async (before, after, problem) => {
    await expect(read(before, after)).rejects.toThrow(problem);
  });
});
