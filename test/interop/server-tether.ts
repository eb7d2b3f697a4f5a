import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import { tethered } from "../../scripts/process/tether.js";

export interface TetherOptions {
  readonly cwd: string;
  /** The file to which its output is appended. */
  readonly log: string;
}

/** A command that ends with this process. */
export interface Tethered {
  /** The exit status, or null when it was killed. */
  readonly ended: Promise<number | null>;
  stop(): Promise<void>;
}

/** Starts a command that ends with this process. */
export function tether(command: readonly string[], { cwd, log }: TetherOptions): Tethered {
  const output = openSync(log, "a");
  const [program, ...args] = tethered(command);
  const child = spawn(program, args, {
    cwd,
    detached: true,
    stdio: ["pipe", output, output],
  });
  closeSync(output);
  const ended = once(child, "exit").then(([status]) => status as number | null);
  return {
    ended,
    async stop() {
      child.stdin?.end();
      await ended;
    },
  };
}
