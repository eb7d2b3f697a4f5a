import { readFile } from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";
import timers from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { MissingProgram } from "../../../scripts/process/execute.js";
import { CommandFailed, download, run, withoutRetries } from "../../../scripts/process/run.js";
import { temporaryFolder } from "../../support/copies.js";

// Skips the pause between two attempts, also in a module that another file of tests has loaded.
beforeAll(() => {
  vi.spyOn(timers, "setTimeout").mockResolvedValue(undefined);
  syncBuiltinESMExports();
});
afterAll(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
});

describe("run", () => {
  it("returns the standard output", async () => {
    expect(await run("sh", ["-c", "echo out; echo err >&2"])).toBe("out\n");
  });

  it("throws an error with the command and its output when the program fails", async () => {
    const failure = run("sh", ["-c", "echo out; exit 3"]);
    await expect(failure).rejects.toThrow('"sh -c echo out; exit 3" failed with exit status 3:\nout');
    await expect(failure).rejects.toBeInstanceOf(CommandFailed);
  });
});

describe("download", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await temporaryFolder();
  });

  const attempts = async () => (await readFile(join(folder, "attempts"), "utf8")).trim().split("\n").length;
  const counting = (line: string): string[] => ["-c", `echo x >> attempts; ${line}`];

  it("tries exactly once more when a program fails", async () => {
    await expect(download("sh", counting("exit 1"), { cwd: folder })).rejects.toThrow(CommandFailed);
    expect(await attempts()).toBe(2);
  });

  it("returns the output of the second attempt", async () => {
    const line = "[ $(wc -l < attempts) -eq 2 ] && echo done";
    expect(await download("sh", counting(line), { cwd: folder })).toBe("done\n");
  });

  it("does not try again after a definite error, or when the program is not installed", async () => {
    const no = download("sh", counting("echo no such release; exit 1"), { cwd: folder }, /no such release/);
    await expect(no).rejects.toThrow("no such release");
    expect(await attempts()).toBe(1);
    await expect(download("no-such-program", [])).rejects.toThrow(MissingProgram);
  });

  it("turns off the retries of package managers, and keeps other options of Maven", async () => {
    const line = 'echo "$npm_config_fetch_retries $CARGO_NET_RETRY $PIP_RETRIES $MAVEN_OPTS $OTHER"';
    const env = { PATH: process.env.PATH, MAVEN_OPTS: "-Xmx1g", OTHER: "x" };
    expect(await download("sh", ["-c", line], { env })).toBe(
      "0 0 0 -Xmx1g -Dmaven.wagon.http.retryHandler.count=0 x\n",
    );
    expect(withoutRetries({}).MAVEN_OPTS).toBe("-Dmaven.wagon.http.retryHandler.count=0");
  });
});
