import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { execute } from "../../scripts/process/execute.js";
import { tether } from "./server-tether.js";

/** Prints its process id and that of a child, and keeps running. */
const COMMAND = ["sh", "-c", "sleep 60 & echo $$ $!; wait"];

describe("a tethered command", () => {
  let cwd: string;
  beforeAll(async () => {
    cwd = await mkdtemp(join(tmpdir(), "tether-"));
  });
  afterAll(() => rm(cwd, { recursive: true }));

  it("ends with all its children when it is stopped", async () => {
    const log = join(cwd, "stopped");
    const tethered = tether(COMMAND, { cwd, log });
    const pids = await pidsIn(log);
    expect(await areAlive(pids)).toEqual([true, true]);
    await tethered.stop();
    expect(await tethered.ended).toBeNull();
    await expectGone(pids);
  });

  it("returns its exit status, and leaves no process behind", async () => {
    const log = join(cwd, "ended");
    const tethered = tether(["sh", "-c", "echo $PPID; exit 3"], { cwd, log });
    expect(await tethered.ended).toBe(3);
    await tethered.stop();
    await expectGone(await pidsIn(log));
  });

  it.each([
    ["is killed", "process.kill(process.pid, 'SIGKILL')"],
    ["is interrupted", "process.kill(process.pid, 'SIGINT')"],
    ["is terminated", "process.kill(process.pid, 'SIGTERM')"],
    ["exits", "process.exit()"],
    ["fails", "throw new Error('thrown on purpose')"],
  ])("ends when the process that started it %s", async (how, end) => {
    const log = join(cwd, how);
    const module = new URL("./server-tether.ts", import.meta.url).href;
    const script = `
      const { tether } = await import(${JSON.stringify(module)});
      tether(${JSON.stringify(COMMAND)}, ${JSON.stringify({ cwd, log })});
      process.stdin.once("data", () => { ${end} });
    `;
    const starter = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
      stdio: ["pipe", "ignore", "ignore"],
    });
    const pids = await pidsIn(log);
    expect(await areAlive(pids)).toEqual([true, true]);
    starter.stdin.write("now\n");
    await once(starter, "exit");
    await expectGone(pids);
  });
});

async function pidsIn(log: string): Promise<number[]> {
  return eventually(async () => {
    const text = await readFile(log, "utf8").catch(() => "");
    return text.endsWith("\n") ? text.trim().split(" ").map(Number) : undefined;
  });
}

const expectGone = (pids: readonly number[]): Promise<true> =>
  eventually(async () => ((await areAlive(pids)).includes(true) ? undefined : true));

const areAlive = (pids: readonly number[]): Promise<boolean[]> => Promise.all(pids.map(isAlive));

async function eventually<T>(attempt: () => Promise<T | undefined>): Promise<T> {
  for (const deadline = Date.now() + 50_000; Date.now() < deadline; await sleep(20)) {
    const result = await attempt();
    if (result !== undefined) return result;
  }
  throw new Error("the condition was not met in fifty seconds");
}

/** Whether a process runs. An ended process may still be listed as a zombie until its status is read. */
async function isAlive(pid: number): Promise<boolean> {
  const { stdout } = await execute("ps", ["-o", "stat=", "-p", String(pid)]);
  return /^[^Z]/.test(stdout.trim());
}
