import { execFileSync, spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { COMMANDS } from "../../../../src/cli/commands.js";
import { command } from "../../../support/run-cli.js";

const scriptOf = async (shell: string): Promise<string> => (await command(["completion", shell])).stdout;
const has = (shell: string): boolean => spawnSync(shell, ["-c", "exit 0"]).status === 0;

describe("livekit-claims completion", () => {
  it.each(["bash", "zsh", "fish"])("knows all commands and options in %s", async (shell) => {
    const script = await scriptOf(shell);
    for (const [name, { options }] of Object.entries(COMMANDS)) {
      expect(script).toContain(name);
      for (const option of Object.keys(options))
        expect(script).toContain(shell === "fish" ? `-l ${option}` : `--${option}`);
    }
  });

  it.runIf(has("bash")).each<[string[], string]>([
    [["mi"], "mint"],
    [["mint", "--room-p"], "--room-preset"],
    [["mint", "--kind", "s"], "standard sip"],
    [["mint", "--identity", ""], ""],
    [["help", "li"], "lint"],
  ])("completes %j in bash to %j", async (words, expected) => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an expansion of bash.
    const ask = 'COMP_WORDS=(livekit-claims "$@"); COMP_CWORD=$#; _livekit_claims; echo "${COMPREPLY[*]}"';
    const line = `${await scriptOf("bash")}\n${ask}`;
    expect(execFileSync("bash", ["-c", line, "bash", ...words], { encoding: "utf8" }).trimEnd()).toBe(expected);
  });

  it.runIf(has("fish")).each<[string, string]>([
    ["livekit-claims mi", "mint"],
    ["livekit-claims mint --room-p", "--room-preset"],
  ])("completes %j in fish", async (line, expected) => {
    const script = `${await scriptOf("fish")}\ncomplete -C ${JSON.stringify(line)}`;
    expect(execFileSync("fish", ["-c", script], { encoding: "utf8" }).split("\t")[0]).toBe(expected);
  });

  it.runIf(has("zsh"))("is a script that zsh reads", async () => {
    expect(spawnSync("zsh", ["-n"], { input: await scriptOf("zsh") }).status).toBe(0);
  });

  it("takes the path of a shell, as $SHELL has it, and no other shell", async () => {
    expect(await scriptOf("/usr/bin/zsh")).toBe(await scriptOf("zsh"));
    const { code, stderr } = await command(["completion", "powershell"]);
    expect(code).toBe(2);
    expect(stderr).toContain("USAGE: SHELL: must be bash, zsh, fish");
  });
});
