import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/cli/commands.js";
import { installProgram, type Program } from "../support/cli-program.js";
import { ROOT } from "../support/copies.js";
import { clock, forge, payload } from "../support/tokens.js";

let program: Program;
beforeAll(async () => {
  program = await installProgram();
});

const valid = (more: Record<string, unknown> = {}): string => forge(payload({ exp: 9_999_999_999, ...more }));

describe("the examples of the help", () => {
  const examples = Object.entries(COMMANDS).flatMap(([name, spec]) => spec.examples.map(({ line }) => [name, line]));

  it.each(examples)("run without an error: %s: %s", async (_, line = "") => {
    expect(await program.sh(line)).toMatchObject({ code: 0, stderr: "" });
  });

  it("print the documented results", async () => {
    const { stdout } = await program.sh(COMMANDS.verify.examples[0].line);
    expect(JSON.parse(stdout)).toMatchObject({ sub: "alice", video: { roomJoin: true, room: "stage" } });
    const doctor = await program.sh(COMMANDS.inspect.examples[2].line);
    expect(doctor.stdout).toContain(
      'livekit-server@1.9.11 refuses it with 401 "invalid token", for: /roomConfig/tags\n',
    );
    expect(doctor.stdout).toMatch(/\nis refused\n$/);
    expect((await program.sh(COMMANDS.mint.examples[0].line)).stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
  });
});

describe("the program", () => {
  it("prints the version of the package", async () => {
    const { version } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8"));
    expect(await program.sh("livekit-claims --version")).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
  });

  it.each([
    ["livekit-claims verify", valid(), 0],
    ["livekit-claims verify", "no token", 1],
    ["livekit-claims lint", valid({ exp: clock() / 1000 - 999_999_999 }), 1],
    ["livekit-claims verify --nothing", "", 2],
    ["livekit-claims", "", 2],
    ["livekit-claims mint --claims none.json", "", 2],
    ["livekit-claims mint --claims .", "", 2],
  ])("%j with the input %j exits with %i", async (line, input, code) => {
    expect((await program.sh(line, { input })).code).toBe(code);
  });

  it.each([
    "livekit-claims schema | head -1",
    "livekit-claims inspect | head -1",
    "livekit-claims schema | true",
    "livekit-claims mint --nothing 2>&1 >/dev/null | true",
  ])("ends without an error when its reader closes the pipe: %s", async (line) => {
    const { code, stderr } = await program.sh(line, { input: valid() });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });

  it("prints long output into a pipe completely", async () => {
    const input = valid({ metadata: "x".repeat(500_000) });
    const { stdout } = await program.sh("livekit-claims verify | cat", { input });
    expect(JSON.parse(stdout).metadata).toHaveLength(500_000);
  });

  it("reads UTF-8 files with or without a byte order mark, and rejects other encodings", async () => {
    await writeFile(join(program.folder, "bom.json"), '\ufeff{"name":"Zoë"}');
    await writeFile(join(program.folder, "latin1.json"), Buffer.from('{"name":"Zo\u00eb"}', "latin1"));
    const { stdout } = await program.sh("livekit-claims mint --claims bom.json | livekit-claims verify");
    expect(JSON.parse(stdout)).toMatchObject({ name: "Zoë" });
    const refused = await program.sh("livekit-claims mint --claims latin1.json");
    expect(refused).toMatchObject({ code: 2, stdout: "" });
    expect(refused.stderr).toContain("--claims: is not UTF-8");
  });

  it.each([
    ["yes | livekit-claims lint", "standard input"],
    ["livekit-claims mint --claims /dev/zero", "--claims"],
  ])("limits the size of its input: %s", async (line, what) => {
    const { code, stderr } = await program.sh(line);
    expect(code).toBe(2);
    expect(stderr).toContain(`USAGE: ${what}: is longer than 16777216 bytes`);
  });

  it.runIf(existsSync("/dev/full")).each(["mint --list", "schema", "inspect"])(
    "reports that the output of %s cannot be written",
    async (name) => {
      const { code, stderr } = await program.sh(`livekit-claims ${name} > /dev/full`, { input: valid() });
      expect({ code, stderr }).toEqual({ code: 2, stderr: "USAGE: standard output: cannot be written (ENOSPC)\n" });
    },
  );

  it("prints colors into a pipe only on request", async () => {
    const line = "livekit-claims inspect";
    const env = { FORCE_COLOR: "", NO_COLOR: "", TERM: "xterm" };
    expect((await program.sh(line, { input: valid(), env })).stdout).not.toContain("\u001b");
    const forced = await program.sh(line, { input: valid(), env: { ...env, FORCE_COLOR: "1" } });
    expect(forced.stdout).toContain("\u001b[1mHeader\u001b[22m");
  });
});
