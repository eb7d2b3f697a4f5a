import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { COMMANDS, type CommandName } from "../../../src/cli/commands.js";
import { command } from "../../support/run-cli.js";
import { forge, payload } from "../../support/tokens.js";

describe("help", () => {
  it.each([[["--help"]], [["-h"]], [["help"]], [["help", "--json"]]])(
    "lists the commands and exit codes for %j",
    async (argv) => {
      const { code, stdout, stderr } = await command(argv);
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      for (const name of Object.keys(COMMANDS)) expect(stdout).toMatch(new RegExp(`^  ${name} +\\S`, "m"));
      for (const exit of [0, 1, 2]) expect(stdout).toMatch(new RegExp(`^  ${exit}  \\S`, "m"));
    },
  );

  it.each(Object.entries(COMMANDS))(
    "of %s lists its options and examples, and is at most 100 columns wide",
    async (name, spec) => {
      const { code, stdout } = await command([name, "--help"]);
      expect(code).toBe(0);
      for (const option of Object.keys(spec.options)) expect(stdout).toMatch(new RegExp(` --${option}[ \\n]`));
      for (const { line } of spec.examples) expect(stdout).toContain(`\n  ${line}\n`);
      const prose = stdout.split("Examples:")[0] ?? "";
      expect(Math.max(...prose.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
      expect((await command(["help", name])).stdout).toBe(stdout);
      expect((await command([name, "--nothing", "-h", "a", "b", "c"])).stdout).toBe(stdout);
    },
  );
});

describe("--version", () => {
  it("prints the version of the package", async () => {
    const { version } = JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8"));
    expect(await command(["--version"])).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
  });
});

describe("a usage error", () => {
  it.each<[string[], string]>([
    [[], "a command is missing; the commands are mint"],
    [["vrify"], "there is no command vrify; did you mean verify?"],
    [["help", "vrify"], "there is no command vrify; did you mean verify?"],
    [["constructor"], "there is no command constructor"],
    [["--target", "verify"], "options come after the command"],
    [["mint", "--joi"], "there is no option --joi; did you mean --join?"],
    [["mint", "--room-name", "r"], "there is no option --room-name; did you mean --room?"],
    [["mint", "-x"], "there is no option -x"],
    [["mint", "--constructor"], "there is no option --constructor"],
    [["mint", "--join=yes"], "--join takes no value"],
    [["mint", "--identity"], "--identity needs a value: --identity ID"],
    [
      ["mint", "--identity", "--join"],
      "--identity needs a value; one that starts with a dash is written --identity=ID",
    ],
    [["mint", "--room", "a", "--room", "b"], "--room is given more than once"],
    [["mint", "alice"], "too many arguments: it takes none"],
    [["verify", "a", "b"], "too many arguments: it takes TOKEN"],
  ])("of %j is printed on standard error", async (argv, message) => {
    const { code, stdout, stderr } = await command(argv);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(`USAGE: ${message}`);
    expect(stderr).toMatch(/see livekit-claims (\w+ )?--help\n$/);
  });

  it.each([[["mint", "--json", "--joi"]], [["vrify", "--json"]], [["--json", "verify"]], [["--json"]]])(
    "is JSON with --json: %j",
    async (argv) => {
      const { stderr } = await command(argv);
      expect(JSON.parse(stderr)).toMatchObject({ error: { code: "USAGE", issues: [] } });
    },
  );

  it("is not caused by a value that starts with a dash and follows an equals sign", async () => {
    expect((await command(["mint", "--identity=-alice", "--list"])).code).toBe(0);
  });
});

describe("secrets and tokens", () => {
  const LEAKED = "eyJhbGciOiJIUzI1NiJ9.c3BpbGw.hunter2hunter2hunter2";

  it.each([
    [["verify", LEAKED, LEAKED]],
    [["mint", LEAKED]],
    [[LEAKED]],
    [["help", LEAKED]],
    [["mint", `--join=${LEAKED}`]],
    [["mint", "--api-secret", LEAKED, "--join"]],
    [["mint", `--api-secrt=${LEAKED}`]],
    [["mint", "--api-secret", `-${LEAKED}`]],
    [["mint", "--grant", LEAKED]],
    [["mint", "--attribute", LEAKED]],
    [["verify", LEAKED, "--leeway", LEAKED]],
    [["verify", LEAKED]],
    [["verify", "--json", LEAKED]],
  ])("are not part of the error for %j", async (argv) => {
    const { code, stdout, stderr } = await command(argv);
    expect(code).toBeGreaterThan(0);
    expect(stdout + stderr).not.toContain("hunter2");
  });

  it.each(Object.keys(COMMANDS))(
    "of the environment and the command line are not part of the output of %s",
    async (name) => {
      const env = { LIVEKIT_API_KEY: "k", LIVEKIT_API_SECRET: LEAKED };
      const options =
        "api-secret" in COMMANDS[name as CommandName].options ? ["--api-key", "k", "--api-secret", LEAKED] : [];
      for (const more of [[], ["--json"], ["--nothing"], ["--help"], ["one", "two", "three"], options]) {
        for (const stdin of ["", forge(payload({ iss: "k" })), forge(payload({ iss: "k" }), { secret: LEAKED })]) {
          const { stdout, stderr } = await command([name, ...more], { env, stdin });
          expect(stdout + stderr).not.toContain("hunter2");
        }
      }
    },
  );
});
