import { cp, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { JsonSchema } from "../../scripts/model/json-schema.js";
import { cacheFolder } from "../../scripts/process/cache-folder.js";
import { type Ended, execute } from "../../scripts/process/execute.js";
import { download } from "../../scripts/process/run.js";
import { npmReleases } from "../../scripts/protocol/history/npm-releases.js";
import type { ReleaseSource } from "../../scripts/protocol/history/release-source.js";
import { updateHistory } from "../../scripts/protocol/history/update.js";
import { compareProtocolVersions } from "../../src/targets/protocol-version.js";
import { edit, ROOT, temporaryFolder } from "../support/copies.js";

/** A step that brought tags to rooms and attributes to dispatches, and a message nobody had described. */
const [FROM, TO] = ["1.44.1", "1.45.2"];

const PARTS = [
  "schema",
  "scripts",
  "src",
  "generated",
  "test",
  "package.json",
  "package-lock.json",
  "CHANGELOG.md",
  "README.md",
  "LICENSE",
];

let folder: string;
/** What the step printed, and the files after it. */
let step: Ended;

beforeAll(async () => {
  folder = await temporaryFolder();
  for (const part of [...PARTS, "tsconfig.json"]) await cp(join(ROOT, part), join(folder, part), { recursive: true });
  await download("npm", ["ci", "--no-audit", "--no-fund"], { cwd: folder });
  await succeed("protocol:update", FROM);
  await rm(join(folder, "schema", "protocol", "history.json"));
  await updateHistory(join(folder, "schema"), upTo(FROM));
  await succeed("generate", "--draft");
  await cp(join(ROOT, "CHANGELOG.md"), join(folder, "CHANGELOG.md"));

  const start = performance.now();
  step = await run("protocol:update", TO);
  console.log(`protocol:update took ${((performance.now() - start) / 1000).toFixed(1)} s`);
});

/** The registry, as it was when a release was the newest. */
function upTo(newest: string): ReleaseSource {
  const all = npmReleases(cacheFolder());
  return {
    ...all,
    published: async () => (await all.published()).filter((release) => compareProtocolVersions(release, newest) <= 0),
  };
}

function run(script: string, ...args: string[]): Promise<Ended> {
  return execute("npm", ["run", "--silent", script, "--", ...args], { cwd: folder });
}

async function succeed(script: string, ...args: string[]): Promise<void> {
  const { code, stdout, stderr } = await run(script, ...args);
  if (code !== 0) throw new Error(`npm run ${script} ${args.join(" ")} ended with ${code}:\n${stdout}${stderr}`);
}

const read = (path: string): Promise<string> => readFile(join(folder, path), "utf8");
const json = async (path: string) => JSON.parse(await read(path));

/** Every file that the update may write, by its path. */
async function contents(): Promise<Record<string, string>> {
  const inFolder = async (part: string): Promise<string[]> => {
    const entries = await readdir(join(folder, part), { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  };
  const paths = [...(await inFolder("schema")), ...(await inFolder("generated"))];
  const files = [...paths, "package.json", "package-lock.json", "CHANGELOG.md", "README.md"];
  return Object.fromEntries(await Promise.all(files.map(async (path) => [path, await read(path)])));
}

describe(`npm run protocol:update -- ${TO}, after ${FROM}`, () => {
  it("ends well", () => {
    expect({ code: step.code, stderr: step.stderr }).toMatchObject({ code: 0 });
  });

  it("moves the pin, exactly, and what is installed", async () => {
    expect((await json("package.json")).devDependencies["@livekit/protocol"]).toBe(TO);
    expect((await json("package-lock.json")).packages["node_modules/@livekit/protocol"].version).toBe(TO);
    expect((await json("node_modules/@livekit/protocol/package.json")).version).toBe(TO);
  });

  it("imports the schema, with what is new", async () => {
    const schema: JsonSchema = await json("schema/protocol/room-configuration.schema.json");
    expect(schema["x-protocol"]).toBe(TO);
    expect(schema.properties?.tags).toEqual({
      description: "",
      type: "object",
      additionalProperties: { type: "string" },
      "x-proto-name": "tags",
    });
  });

  it("gives what is new an empty entry in the overlay, and keeps all words", async () => {
    const overlay = await json("schema/room-configuration.overlay.json");
    expect(overlay.messages.RoomConfiguration.members.tags).toEqual({ description: "" });
    const ours = JSON.parse(await readFile(join(ROOT, "schema", "room-configuration.overlay.json"), "utf8"));
    expect(overlay.messages.S3Upload).toEqual(ours.messages.S3Upload);
  });

  it("extends the history", async () => {
    const history = await json("schema/protocol/history.json");
    expect(history.releases).toContain(TO);
    expect(history.members["RoomConfiguration.tags"].since).toBe(TO);
  });

  it("regenerates: types, bundles with the release, the table of targets", async () => {
    expect(await read("generated/types.ts")).toMatch(/^ {2}tags\?: /m);
    const { bundles } = await json("generated/bundles/index.json");
    expect(new Set(bundles.map(({ protocol }: { protocol: string }) => protocol))).toEqual(new Set([TO]));
    const claims = await json("generated/bundles/claims.rules-mint.2020-12.json");
    expect(claims.$defs.RoomConfiguration.properties.tags["x-since"]).toBe(TO);
    expect(await read("generated/targets.ts")).toContain(TO);
  });

  it("prints what changed, and the step of the version", () => {
    expect(step.stdout).toContain(`@livekit/protocol ${FROM} → ${TO}`);
    expect(step.stdout).toContain("/roomConfig/tags (RoomConfiguration.tags) added");
    expect(step.stdout).toMatch(/^step: minor$/m);
  });

  it("drafts lines for the change log, above what is there", async () => {
    const ours = await readFile(join(ROOT, "CHANGELOG.md"), "utf8");
    const text = await read("CHANGELOG.md");
    const [draft = "", rest] = text.split("\n## 0.1.0\n");
    expect(draft).toContain(`## Unreleased\n\n- The room configuration is that of \`@livekit/protocol\` ${TO}.\n`);
    expect(draft).toMatch(/^- New: .*`RoomConfiguration\.tags`/m);
    expect(rest).toBe(ours.split("\n## 0.1.0\n")[1]);
  });

  it("lists what wants a description, which --check refuses until it is there", async () => {
    const wanted = "/messages/RoomConfiguration/members/tags/description";
    expect(step.stdout).toContain(`\n  ${wanted}\n`);
    for (const script of ["protocol:import", "generate"]) {
      const { code, stderr } = await run(script, "--check");
      expect({ script, code }).toEqual({ script, code: 1 });
      expect(stderr).toMatch(/description/);
    }
  });

  it("changes nothing when it runs again", async () => {
    const before = await contents();
    const again = await run("protocol:update", TO);
    expect({ code: again.code, step: /^step: .*$/m.exec(again.stdout)?.[0] }).toEqual({ code: 0, step: "step: none" });
    expect(await contents()).toEqual(before);
  });

  it("changes nothing for a release that there is not, and names one", async () => {
    const before = await contents();
    const { code, stderr } = await run("protocol:update", "1.45.22");
    expect({ code, stderr: stderr.split("\n").filter((line) => line.includes("release")) }).toEqual({
      code: 1,
      stderr: [expect.stringMatching(/^there is no release 1\.45\.22 .* did you mean 1\.45\.2\?$/)],
    });
    expect(await contents()).toEqual(before);
  });

  it("finishes what was broken off after the pin had moved, with the lines for the change log", async () => {
    const next = "1.45.3";
    await edit(join(folder, "package.json"), "/devDependencies/@livekit~1protocol", next);
    const { code, stdout } = await run("protocol:update", next);
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining(`${TO} → ${next}`) });
    expect((await json("node_modules/@livekit/protocol/package.json")).version).toBe(next);
    expect(await read("CHANGELOG.md")).toContain(`- The room configuration is that of \`@livekit/protocol\` ${next}.`);
  });

  it("is fresh once the words are there", async () => {
    const overlay = "schema/room-configuration.overlay.json";
    for (const pointer of step.stdout.match(/^ {2}\/\S+$/gm) ?? []) {
      await edit(join(folder, overlay), pointer.trim(), "Words. None when absent.");
    }
    await succeed("protocol:import");
    await succeed("generate");
    await succeed("protocol:import", "--check");
    await succeed("generate", "--check");
  });
});
