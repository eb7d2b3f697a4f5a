import { execFileSync, spawnSync } from "node:child_process";

const RUNS = 15;

const PROGRAM = "dist/cli.js";
const ENV = { ...process.env, LIVEKIT_API_KEY: "devkey", LIVEKIT_API_SECRET: "secret-of-at-least-32-characters" };

export interface StartTime {
  readonly command: string;
  readonly milliseconds: number;
}

/** Milliseconds from start to end of a process, the fastest of 15: of Node with nothing to do, then of our commands. */
export function startTimes(): StartTime[] {
  const token = execFileSync(process.execPath, [PROGRAM, "mint", "--list"], { env: ENV, encoding: "utf8" });
  const bundle = "generated/bundles/claims.rules-mint.2020-12.json";
  const commands = [
    ["-e", "0"],
    [PROGRAM, "--version"],
    [PROGRAM, "--help"],
    [PROGRAM, "mint", "--list"],
    [PROGRAM, "verify", "-"],
    [PROGRAM, "inspect", "-"],
    [PROGRAM, "inspect", "--target", "livekit-server@1.9.11", "-"],
    [PROGRAM, "lint", "-"],
    [PROGRAM, "schema", "VideoGrants"],
    [PROGRAM, "targets"],
    [PROGRAM, "diff", bundle, bundle],
  ];
  const fastest = commands.map(() => Number.POSITIVE_INFINITY);
  for (let run = 0; run < RUNS; run++) {
    for (const [index, args] of commands.entries())
      fastest[index] = Math.min(fastest[index] as number, once(args, token));
  }
  return commands.map(([first = "", ...args], index) => ({
    command: [first === PROGRAM ? "livekit-claims" : `node ${first}`, ...args.filter((arg) => arg !== bundle)].join(
      " ",
    ),
    milliseconds: fastest[index] as number,
  }));
}

function once(args: readonly string[], input: string): number {
  const start = performance.now();
  spawnSync(process.execPath, args, { env: ENV, input });
  return performance.now() - start;
}
