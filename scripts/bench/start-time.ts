import { execute } from "../process/execute.js";
import { run } from "../process/run.js";

const RUNS = 15;

const PROGRAM = "dist/cli.cjs";
const ENV = { ...process.env, LIVEKIT_API_KEY: "devkey", LIVEKIT_API_SECRET: "secret-of-at-least-32-characters" };

export interface StartTime {
  readonly command: string;
  readonly milliseconds: number;
}

/**
 * Measures the milliseconds from start to end of a process, the fastest of 15: first Node without work, then our
 * commands.
 */
export async function startTimes(): Promise<StartTime[]> {
  const token = await run(process.execPath, [PROGRAM, "mint", "--list"], { env: ENV });
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
  for (let count = 0; count < RUNS; count++) {
    for (const [index, args] of commands.entries())
      fastest[index] = Math.min(fastest[index] as number, await timeCommand(args, token));
  }
  return commands.map(([first = "", ...args], index) => ({
    command: [first === PROGRAM ? "livekit-claims" : `node ${first}`, ...args.filter((arg) => arg !== bundle)].join(
      " ",
    ),
    milliseconds: fastest[index] as number,
  }));
}

async function timeCommand(args: readonly string[], input: string): Promise<number> {
  const start = performance.now();
  await execute(process.execPath, args, { env: ENV, input });
  return performance.now() - start;
}
