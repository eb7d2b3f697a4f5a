import { cp, mkdir, readFile, rename, rmdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { JsonSchema } from "../../scripts/model/json-schema.js";
import type { Ended } from "../../scripts/process/execute.js";
import { run } from "../../scripts/process/run.js";
import { obtainReleases } from "../../scripts/protocol/module/releases.js";
import { addCanTranscribe, addTelemetryGrants } from "../add-grant/additions.js";
import { ROOT, temporaryFolder } from "../support/copies.js";
import { changedFiles, copyRepository } from "../support/repository.js";
import { runScript } from "../support/run-script.js";
import { moduleProxy } from "./module-proxy.js";
import { commandsIn, doAsRepository, doWhatItSays, toDoIn } from "./to-do.js";

async function succeed(folder: string, script: string, ...args: string[]): Promise<void> {
  const { code, stdout, stderr } = await runScript(folder, script, args);
  if (code !== 0) throw new Error(`${script} ${args.join(" ")} ended with ${code}:\n${stdout}${stderr}`);
}

/** Does the remaining work that an update prints, imports and generates. */
async function finish(folder: string, { stdout }: Ended): Promise<void> {
  for (const line of toDoIn(stdout)) await doWhatItSays(folder, line);
  await succeed(folder, "protocol-import.ts");
  await succeed(folder, "generate.ts");
}

async function expectChecked(folder: string): Promise<void> {
  for (const script of ["protocol-import.ts", "protocol-history.ts", "generate.ts"]) {
    expect(await runScript(folder, script, ["--check"])).toMatchObject({ code: 0, stderr: "" });
  }
}

const read = (folder: string, path: string): Promise<string> => readFile(join(folder, path), "utf8");
const json = async (folder: string, path: string) => JSON.parse(await read(folder, path));

/** Returns the content of every file that differs from the repository. */
async function changedContents(folder: string): Promise<Record<string, string>> {
  const texts = changedFiles(folder).map(async (path) => [path, await read(folder, path).catch(() => "gone")]);
  return Object.fromEntries(await Promise.all(texts));
}

/** A copy of the repository, and the output of the update in it. */
interface Step {
  readonly folder: string;
  readonly ended: Ended;
}

const steps = new Map<string, Promise<Step>>();

/** Returns a new copy of the repository after the update from an older release to a later one, which is made once. */
async function step(from: string, to: string): Promise<Step> {
  const name = `${from} ${to}`;
  const made = steps.get(name) ?? makeStep(from, to);
  steps.set(name, made);
  const { folder, ended } = await made;
  const copy = await temporaryFolder();
  await cp(folder, copy, { recursive: true, verbatimSymlinks: true });
  return { folder: copy, ended };
}

async function makeStep(from: string, to: string): Promise<Step> {
  const folder = await copyRepository();
  await succeed(folder, "protocol-update.ts", from);
  await cp(join(ROOT, "CHANGELOG.md"), join(folder, "CHANGELOG.md"));
  return { folder, ended: await runScript(folder, "protocol-update.ts", [to]) };
}

describe.each([
  ["1.44.1", "1.45.2", ["RoomConfiguration.tags", "RoomAgentDispatch.restartPolicy", "JobRestartPolicy.JRP_NEVER"]],
  ["1.45.7", "1.45.8", ["RoomAgentDispatch.deployment"]],
  ["1.52.1", "1.54.0", ["StreamDestination.url", "RoomAgentDispatch.threadId", "EncodedFileType.MCAP"]],
])("npm run protocol:update, from %s to %s", (from, to, fresh) => {
  let folder: string;
  let ended: Ended;
  beforeAll(async () => {
    ({ folder, ended } = await step(from, to));
  });

  it("exits 0, and prints both releases, the new members and the work that they need", () => {
    expect({ code: ended.code, stderr: ended.stderr }).toEqual({ code: 0, stderr: "" });
    expect(ended.stdout).toContain(`github.com/livekit/protocol ${from} → ${to}\n`);
    expect(ended.stdout).toMatch(/\nstep: (?:minor|major)\n/);
    for (const name of fresh) {
      expect(ended.stdout).toMatch(new RegExp(`^new: ${name.replaceAll(".", "\\.")}( \\(|$)`, "m"));
      expect(ended.stdout).toContain(`\n  ${name} has no description; write one at `);
    }
    expect(commandsIn(ended.stdout)).toHaveLength(2);
  });

  it("imports the schema of the release, with the same history", async () => {
    const schema: JsonSchema = await json(folder, "schema/protocol/room-configuration.schema.json");
    expect(schema["x-protocol"]).toBe(to);
    expect((await json(folder, "generated/bundles/index.json")).bundles[0].protocol).toBe(to);
    for (const file of ["schema/protocol/history.json", "schema/protocol/servers.json"]) {
      expect(await read(folder, file)).toBe(await read(ROOT, file));
    }
    expect(await read(folder, "CHANGELOG.md")).toContain(
      `- The room configuration is that of \`github.com/livekit/protocol\` ${to}.`,
    );
  });

  it("passes the checks only after the remaining work", async () => {
    expect(await runScript(folder, "protocol-import.ts", ["--check"])).toMatchObject({ code: 1 });
    expect((await runScript(folder, "generate.ts", ["--check"])).code).toBe(1);
    await finish(folder, ended);
    await expectChecked(folder);
  });

  it("changes nothing in a second run, without a network", async () => {
    const before = await changedContents(folder);
    const again = await runScript(folder, "protocol-update.ts", [to], { GOPROXY: "off" });
    expect(again).toMatchObject({ code: 0, stderr: "" });
    expect(again.stdout).toContain(`github.com/livekit/protocol is ${to} already\n`);
    expect(toDoIn(again.stdout)).toEqual([]);
    expect(await changedContents(folder)).toEqual(before);
  });
});

describe("npm run protocol:update, to the imported release", () => {
  it("writes the files of the repository, byte for byte, after the words of the repository", async () => {
    const { folder, ended } = await step("1.52.1", "1.54.0");
    for (const line of toDoIn(ended.stdout)) await doAsRepository(folder, line);
    await succeed(folder, "protocol-import.ts");
    await succeed(folder, "generate.ts");
    expect(changedFiles(folder)).toEqual(["CHANGELOG.md"]);
  });
});

describe("npm run protocol:update, to a release with an unmarked address", () => {
  it("asks whether it may hold a secret, and passes the checks only after the decision", async () => {
    const { folder, ended } = await step("1.52.1", "1.54.0");
    const undecided = toDoIn(ended.stdout).filter((line) =>
      line.startsWith("StreamDestination.url may hold a secret; "),
    );
    expect(undecided).toHaveLength(1);
    for (const line of toDoIn(ended.stdout).filter((each) => !undecided.includes(each)))
      await doWhatItSays(folder, line);
    expect(await runScript(folder, "protocol-import.ts", ["--check"])).toMatchObject({
      code: 1,
      stderr: `${undecided[0]}\n`,
    });
  });
});

type ModuleEdit = readonly [file: string, before: string, after: string];

/** Edits the files of the newest imported release to make a later one. */
async function nextRelease(edits: readonly ModuleEdit[]): Promise<string> {
  const [release] = await obtainReleases([(await json(ROOT, "schema/protocol/imported.json")).release]);
  const module = await temporaryFolder();
  await cp(release?.folder ?? "", module, { recursive: true });
  for (const [file, before, after] of edits) {
    const text = await read(module, file);
    // Other messages have fields of the same names.
    const start = before.startsWith("import") ? 0 : Math.max(text.indexOf("message RoomConfiguration {"), 0);
    const [head, rest] = [text.slice(0, start), text.slice(start)];
    if (!rest.includes(before)) throw new Error(`${file} has no ${before}`);
    await writeFile(join(module, file), head + rest.replace(before, after));
  }
  return module;
}

const TO = "1.99.0";
const ROOM = "protobufs/livekit_room.proto";

/** Copies the repository. Returns the folder and the output of the update to such a release. */
async function stepTo(edits: readonly ModuleEdit[]): Promise<Step> {
  const folder = await copyRepository();
  const proxy = await moduleProxy({ [TO]: await nextRelease(edits) });
  const env = { ...proxy, LIVEKIT_CLAIMS_CACHE: await temporaryFolder() };
  return { folder, ended: await runScript(folder, "protocol-update.ts", [], env) };
}

describe("npm run protocol:update, to a release with new fields of every kind", () => {
  let folder: string;
  let ended: Ended;
  beforeAll(async () => {
    ({ folder, ended } = await stepTo([
      [
        ROOM,
        "  map<string, string> tags = 12;",
        `  map<string, string> tags = 12;
  map<string, RoomEgress> plans = 40;
  map<int32, string> seats = 41;
  map<string, uint32> weights = 51;
  map<string, AudioMixing> mixes = 52;
  google.protobuf.Duration grace = 42;
  google.protobuf.Timestamp opens = 53;
  google.protobuf.StringValue nick = 54;
  int64 budget = 43;
  bytes blob = 44;
  float ratio = 45;
  string passphrase = 46 [(logger.sensitivity) = SENSITIVITY_SECRET];
  Corner hideout = 55 [(logger.sensitivity) = SENSITIVITY_SECRET];
  string callback = 47;
  repeated Corner corners = 50;
  oneof choice { string one = 48; uint32 other = 49; }`,
      ],
      [
        ROOM,
        "message RoomConfiguration {",
        "message Corner {\n  sint32 x = 1;\n  Corner next = 2;\n  optional bool round = 3;\n}\n\nmessage RoomConfiguration {",
      ],
      [
        ROOM,
        'import "livekit_models.proto";',
        'import "livekit_models.proto";\n' +
          ["duration", "timestamp", "wrappers"].map((name) => `import "google/protobuf/${name}.proto";\n`).join(""),
      ],
      ["protobufs/livekit_egress.proto", "  MCAP = 4;", "  MCAP = 4;\n  FLAC = 5;"],
      ["protobufs/livekit_models.proto", "    BRIDGE = 8;", "    BRIDGE = 8;\n    KIOSK = 9;"],
      [
        "auth/grants.go",
        "type VideoGrant struct {",
        'type VideoGrant struct {\n\tCanEcho bool `json:"canEcho,omitempty"`\n\tMaxEchoes uint32 `json:"maxEchoes,omitempty"`',
      ],
    ]));
  });

  it("exits 0, and names the new members", () => {
    expect({ code: ended.code, stderr: ended.stderr }).toEqual({ code: 0, stderr: "" });
    const lines = ended.stdout.split("\n");
    for (const line of [
      "new: Corner",
      "new: Corner.next (Corner)",
      "new: RoomConfiguration.passphrase (string)",
      "new: RoomConfiguration.plans (map of RoomEgress)",
      "new: EncodedFileType.FLAC (5)",
      "new: ParticipantInfo.Kind.KIOSK (9)",
      "new: video.canEcho (boolean)",
      "new: video.maxEchoes (integer)",
    ]) {
      expect(lines).toContain(line);
    }
    expect(ended.stdout).toContain("\nstep: minor\n");
  });

  it.each([
    ["plans", "is a map of messages (RoomEgress)"],
    ["seats", "is a map with keys of type int32"],
    ["weights", "is a map of uint32"],
    ["mixes", "is a map of AudioMixing"],
    ["grace", "is a google.protobuf.Duration, which has a JSON form of its own"],
    ["opens", "is a google.protobuf.Timestamp, which has a JSON form of its own"],
    ["nick", "is a google.protobuf.StringValue, which has a JSON form of its own"],
    ["budget", "is of type int64"],
    ["blob", "is of type bytes"],
    ["next", "is a Corner inside a Corner"],
  ])("leaves out %s, which %s, and prints what to do", (name, problem) => {
    const line = toDoIn(ended.stdout).find((each) => each.includes(`.${name} ${problem}`));
    expect(line).toContain(`${name} ${problem}, which the schemas do not support. Add `);
  });

  it("imports secrets that upstream marks, and numbers of all kinds, without manual work", async () => {
    const { properties } = await json(folder, "schema/protocol/room-configuration.schema.json");
    expect(properties.passphrase).toMatchObject({ type: "string", "x-secret": "refuse" });
    expect(properties.hideout).toMatchObject({ $ref: "#/$defs/Corner", "x-secret": "refuse" });
    expect(properties.ratio).toMatchObject({ type: "number", maximum: 3.4028234663852886e38 });
    expect(toDoIn(ended.stdout).filter((line) => /passphrase may hold/.test(line))).toEqual([]);
    expect(toDoIn(ended.stdout).filter((line) => /callback may hold/.test(line))).toHaveLength(1);
  });

  it("adds one line to the history for each new member", async () => {
    const { releases, sums, members, claims, values } = await json(folder, "schema/protocol/history.json");
    expect(releases.at(-1)).toBe(TO);
    expect(sums[TO]).toMatch(/^h1:/);
    expect(members["RoomConfiguration.plans"]).toEqual({ since: TO, is: "map of RoomEgress" });
    expect(claims["video.canEcho"]).toEqual({ since: TO, is: "boolean" });
    expect(values["ParticipantInfo.Kind.KIOSK"]).toEqual({ since: TO, is: "9" });
  });

  // One check for all additions, since it takes minutes. Only the budgets differ: test/add-grant compares with those.
  it("passes npm run check after the remaining work, a grant and a member of our own, and the commands that it prints", async () => {
    expect(await runScript(folder, "protocol-history.ts", ["--check"])).toMatchObject({ code: 1 });
    for (const line of toDoIn(ended.stdout)) await doWhatItSays(folder, line);
    await addTelemetryGrants(folder);
    await addCanTranscribe(folder);
    // No real release is as large. People decide on a budget, so the test raises it.
    const budgets = join(folder, "scripts/bench/bundle-size.ts");
    await writeFile(budgets, (await readFile(budgets, "utf8")).replace(/(?<=: )(?=\d+_\d{3}\b)/g, "1"));
    const [commands = ""] = commandsIn(ended.stdout);
    expect(commands).toMatch(/ && npm run check$/);
    await run("sh", ["-c", commands], { cwd: folder });
  }, 3_600_000);
});

describe("npm run protocol:update, to a release that breaks", () => {
  let folder: string;
  let ended: Ended;
  beforeAll(async () => {
    ({ folder, ended } = await stepTo([
      [ROOM, "uint32 max_playout_delay = 8;", "uint32 max_playout_delays = 8;"],
      [ROOM, "uint32 departure_timeout = 3;", "double departure_timeout = 3;"],
      [ROOM, "  bool sync_streams = 9;\n", ""],
    ]));
  });

  it("exits 0, and names every change, the work that it needs, and the files that mention it", () => {
    expect({ code: ended.code, stderr: ended.stderr }).toEqual({ code: 0, stderr: "" });
    const lines = ended.stdout.split("\n");
    for (const line of [
      "new: RoomConfiguration.maxPlayoutDelays (uint32), perhaps renamed from RoomConfiguration.maxPlayoutDelay: reuse its description",
      "gone: RoomConfiguration.syncStreams. It was removed: minting now rejects it, verification ignores it",
      "changed: RoomConfiguration.departureTimeout is double, was uint32. Read its description in the overlay again",
    ]) {
      expect(lines).toContain(line);
    }
    expect(ended.stdout).toMatch(/^removed from the overlay: RoomConfiguration\.syncStreams, described as: \S/m);
    expect(ended.stdout).toMatch(/\n {2}syncStreams: .*scripts\/vectors\/mint\/room-config\.ts/);
    expect(ended.stdout).toContain("\nstep: major\n");
  });

  it("passes the checks of the schemas after the remaining work, and targets know the old type", async () => {
    await finish(folder, ended);
    await expectChecked(folder);
    expect(await read(folder, "generated/targets.ts")).toMatch(
      /departureTimeout: \{ types: \{ "1\.99\.0": "uint32" \} \}/,
    );
    const { members } = await json(folder, "schema/protocol/history.json");
    expect(members["RoomConfiguration.departureTimeout"]).toEqual({
      since: "1.19.1",
      is: "double",
      was: { [TO]: "uint32" },
    });
    expect(members["RoomConfiguration.syncStreams"]).toMatchObject({ removed: TO });
  });
});

describe("npm run protocol:update", () => {
  it("rejects an unknown release and unknown options, and changes nothing", async () => {
    const folder = await copyRepository();
    const before = await changedContents(folder);
    const env = { ...(await moduleProxy({})), LIVEKIT_CLAIMS_CACHE: await temporaryFolder() };
    const none = await runScript(folder, "protocol-update.ts", ["1.99.0"], env);
    expect(none).toMatchObject({ code: 1, stderr: expect.stringContaining("no proxy serves protocol 1.99.0") });
    expect(await runScript(folder, "protocol-update.ts", ["--draft"])).toMatchObject({ code: 2 });
    expect(await changedContents(folder)).toEqual(before);
  });

  it("completes an update that was interrupted, and prints its changes again", async () => {
    const folder = await copyRepository();
    const schema = join(folder, "schema/protocol/room-configuration.schema.json");
    await rename(schema, `${schema}.kept`);
    await mkdir(schema);
    const interrupted = await runScript(folder, "protocol-update.ts", ["1.53.0"]);
    expect(interrupted).toMatchObject({ code: 1, stderr: expect.stringContaining("EISDIR") });
    await rmdir(schema);
    await rename(`${schema}.kept`, schema);
    const { stdout } = await runScript(folder, "protocol-update.ts", ["1.53.0"]);
    expect(stdout).toContain("\ngone: RoomAgentDispatch.threadId. It was removed");
    for (const file of ["imported", "webhook"]) {
      expect((await json(folder, `schema/protocol/${file}.json`)).release).toBe("1.53.0");
    }
  });

  it("rejects a recorded release that has another checksum now, and changes nothing", async () => {
    const folder = await copyRepository();
    const before = await changedContents(folder);
    const env = {
      ...(await moduleProxy({ "1.53.0": await nextRelease([[ROOM, "uint32", "uint32 "]]) })),
      LIVEKIT_CLAIMS_CACHE: await temporaryFolder(),
    };
    expect(await runScript(folder, "protocol-update.ts", ["1.53.0"], env)).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(
        /protocol 1\.53\.0 has the checksum h1:\S+, but schema\/protocol\/history\.json has h1:/,
      ),
    });
    expect(await changedContents(folder)).toEqual(before);
  });

  it("changes nothing when the proxy does not answer, and drift reports it", async () => {
    const folder = await copyRepository();
    const before = await changedContents(folder);
    const env = { GOPROXY: "http://127.0.0.1:1", LIVEKIT_CLAIMS_CACHE: await temporaryFolder() };
    for (const script of ["protocol-update.ts", "protocol-drift.ts"]) {
      expect(await runScript(folder, script, [], env)).toMatchObject({
        code: 1,
        stderr: expect.stringContaining("connection refused"),
      });
    }
    expect(await changedContents(folder)).toEqual(before);
  });
});

describe("npm run protocol:drift", () => {
  it("fails while a newer release is neither imported nor postponed, and after the postponement", async () => {
    const folder = await copyRepository();
    const drift = async (listed: readonly string[], ...args: string[]) =>
      runScript(folder, "protocol-drift.ts", args, await moduleProxy({}, { listed: [...listed] }));
    const put = (until: string) =>
      writeFile(join(folder, "schema/protocol/postponed.tsv"), `release\tuntil\treason\n1.99.0\t${until}\tNot yet.\n`);
    expect(await drift(["1.54.0"])).toMatchObject({ code: 0 });
    expect(await drift(["1.54.0", "1.99.0"])).toMatchObject({ code: 1 });
    await put("9999-12-31");
    expect(await drift(["1.99.0"])).toMatchObject({
      code: 0,
      stdout: "protocol 1.99.0 is postponed until 9999-12-31: Not yet.\n",
    });
    expect(await drift([], "--check")).toMatchObject({ code: 0 });
    await put("2026-01-01");
    expect(await drift(["1.99.0"])).toMatchObject({ code: 1 });
    expect(await drift([], "--check")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("was postponed until 2026-01-01"),
    });
  }, 120_000);
});
