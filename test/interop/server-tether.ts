import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";

/**
 * Runs a command until its end or that of our standard input, whichever comes first. The input is a pipe that the
 * starting process holds open: however that process ends, SIGKILL included, the command and its children end with it.
 * Killed at once, because a server would wait for its participants to leave, and none of them has anything to save.
 */
const TETHER = `
exec 3<&0
"$@" </dev/null 3<&- &
command=$!
{ read -r _ <&3; kill -KILL "$command"; } &
watch=$!
wait "$command"
status=$?
[ "$status" -eq 137 ] && kill -KILL 0
kill "$watch"
exit "$status"
`;

export interface TetherOptions {
  readonly cwd: string;
  /** The file that what it prints is added to. */
  readonly log: string;
}

/** A command that does not outlive this process. */
export interface Tethered {
  /** The exit status, once it has ended; null if it was killed. */
  readonly ended: Promise<number | null>;
  stop(): Promise<void>;
}

/** Starts a command that ends with this process. */
export function tether(command: readonly string[], { cwd, log }: TetherOptions): Tethered {
  const output = openSync(log, "a");
  // In a process group of its own: "kill 0" is for the whole of it, and a terminal's Ctrl-C is for us to act on.
  const child = spawn("sh", ["-c", TETHER, "sh", ...command], {
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
