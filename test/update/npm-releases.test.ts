import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { cacheFolder } from "../../scripts/process/cache-folder.js";
import { execute } from "../../scripts/process/execute.js";
import { coveredReleases, npmReleases } from "../../scripts/protocol/history/npm-releases.js";
import { UnreachableError } from "../../scripts/protocol/history/release-source.js";
import { ROOT, temporaryFolder } from "../support/copies.js";
import { type Registry, startRegistry } from "./registry.js";

/** A package as protoc-gen-es makes it: RoomConfiguration with a name, and whatever else. */
const code = (...fields: string[]) => `import { proto3 } from "@bufbuild/protobuf";
export const TrackSource = proto3.makeEnum("livekit.TrackSource", [{ no: 0, name: "UNKNOWN" }, { no: 1, name: "CAMERA" }]);
export const RoomConfiguration = proto3.makeMessageType("livekit.RoomConfiguration", () => [
  { no: 1, name: "name", kind: "scalar", T: 9 }, ${fields.join(", ")}
]);
`;
const old = { "package.json": JSON.stringify({ type: "module", main: "src/index.js" }), "src/index.js": code() };
const conditions = { ".": { import: { types: "./i.d.ts", default: "./dist/index.mjs" }, require: "./dist/index.cjs" } };
const recent = {
  "package.json": JSON.stringify({ type: "module", main: "./none.js", exports: conditions }),
  "dist/index.mjs": code('{ no: 2, name: "max_size", kind: "scalar", T: 13 }'),
};

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry({
    "1.18.0": old,
    "1.19.1": old,
    "1.20.0-rc.1": old,
    "1.20.0": recent,
    "1.21.0": { "package.json": JSON.stringify({ main: "index.mjs" }), "index.mjs": "export const Room = 1;" },
    "2.0.0": recent,
  });
});
afterAll(() => registry.close());
afterEach(() => vi.unstubAllEnvs());

async function useRegistry(url = registry.url): Promise<void> {
  vi.stubEnv("npm_config_registry", url);
  vi.stubEnv("npm_config_cache", await temporaryFolder());
}

describe("the releases on npm", () => {
  it("are full ones of major version 1 since RoomConfiguration came, oldest first", async () => {
    await useRegistry();
    expect(await npmReleases(await temporaryFolder()).published()).toEqual(["1.19.1", "1.20.0", "1.21.0"]);
    expect(coveredReleases(["1.20.10", "1.20.9", "1.19.0", "1.19.1", "1.30.0-beta.1", "2.0.0", "0.19.1"])).toEqual([
      ...["1.19.1", "1.20.9", "1.20.10"],
    ]);
  });

  it("are downloaded once, and read in either form that they were published in", async () => {
    await useRegistry();
    const source = npmReleases(await temporaryFolder());
    const told: number[] = [];
    registry.downloads.length = 0;
    const [first] = await source.models(["1.19.1"]);
    expect(first).toEqual({
      messages: { RoomConfiguration: "" },
      members: { "RoomConfiguration.name": "string" },
      oneofs: {},
      enums: { TrackSource: "" },
      values: { "TrackSource.UNKNOWN": "0", "TrackSource.CAMERA": "1" },
    });
    const [again, second] = await source.models(["1.19.1", "1.20.0"], (done) => told.push(done));
    expect(again).toEqual(first);
    expect(second?.members).toEqual({ "RoomConfiguration.name": "string", "RoomConfiguration.maxSize": "uint32" });
    expect(registry.downloads).toEqual(["1.19.1", "1.20.0"]);
    expect(told).toEqual([1, 2]);
  });

  it("need no registry once they are kept; else it is named what failed", async () => {
    await useRegistry();
    const source = npmReleases(await temporaryFolder());
    await source.models(["1.19.1"]);
    await useRegistry("http://127.0.0.1:1");
    expect(await source.models(["1.19.1"])).toHaveLength(1);
    await expect(source.published()).rejects.toThrow(
      new UnreachableError("npm view of @livekit/protocol failed with ECONNREFUSED"),
    );
    await expect(source.models(["1.20.0"])).rejects.toThrow(
      new UnreachableError("npm pack of @livekit/protocol failed with ECONNREFUSED"),
    );
  });

  it("leave no part behind that a later run would take for the whole", async () => {
    await useRegistry();
    const folder = await temporaryFolder();
    await expect(npmReleases(folder).models(["1.19.1", "1.19.9"])).rejects.toThrow("failed with ETARGET");
    expect(readdirSync(join(folder, "protocol"))).toEqual([]);
  });

  it("are named when they cannot be read", async () => {
    await useRegistry();
    const folder = await temporaryFolder();
    const failure = npmReleases(folder).models(["1.19.1", "1.21.0"]);
    await expect(failure).rejects.toThrow("@livekit/protocol 1.21.0: exports no RoomConfiguration");
    mkdirSync(join(folder, "protocol"), { recursive: true });
    writeFileSync(join(folder, "protocol", "livekit-protocol-1.20.0.tgz"), "no tarball");
    await expect(npmReleases(folder).models(["1.20.0"])).rejects.toThrow(/^@livekit\/protocol 1\.20\.0: /);
  });
});

describe("the folder of downloads", () => {
  it.each([
    [{ LIVEKIT_CLAIMS_CACHE: "/a", XDG_CACHE_HOME: "/b" }, "/a"],
    [{ LIVEKIT_CLAIMS_CACHE: "", XDG_CACHE_HOME: "/b" }, join("/b", "livekit-claims")],
  ])("%j: %s", (env, folder) => {
    expect(cacheFolder(env)).toBe(folder);
  });

  it("is among the user's caches by default", () => {
    expect(cacheFolder({})).toMatch(/[\\/]\.cache[\\/]livekit-claims$/);
  });
});

describe("npm run protocol:history", () => {
  const run = (args: string[], env: NodeJS.ProcessEnv = {}) => {
    const command = [join(ROOT, "node_modules/tsx/dist/cli.mjs"), join(ROOT, "scripts/protocol-history.ts"), ...args];
    return execute(process.execPath, command, { env: { ...process.env, ...env } });
  };

  it("--check says what it did not check without a registry, which fails under CI only", async () => {
    await useRegistry("http://127.0.0.1:1");
    vi.stubEnv("LIVEKIT_CLAIMS_CACHE", await temporaryFolder());
    const [alone, underCi] = await Promise.all(["", "true"].map((CI) => run(["--check"], { CI })));
    for (const outcome of [alone, underCi]) {
      expect(outcome?.stderr).toContain("not checked: whether a replay gives the same (npm pack of @livekit/protocol");
      expect(outcome?.stderr).not.toContain("\r");
    }
    expect([alone?.code, underCi?.code]).toEqual([0, 1]);
  });

  it("refuses options that it does not have", async () => {
    const { code, stderr } = await run(["--chek"]);
    expect(code).toBe(2);
    expect(stderr).toContain("npm run protocol:history [-- --check]");
  });
});
