import { run } from "../process/run.js";

const RUNS = 15;

/** Milliseconds that the first import takes in a fresh process: the fastest of 15, taken in turns. */
export async function importTimes(
  packages: readonly string[],
): Promise<{ readonly name: string; readonly milliseconds: number }[]> {
  const fastest = packages.map(() => Number.POSITIVE_INFINITY);
  for (let count = 0; count < RUNS; count++) {
    for (const [index, name] of packages.entries())
      fastest[index] = Math.min(fastest[index] as number, await once(name));
  }
  return packages.map((name, index) => ({ name, milliseconds: fastest[index] as number }));
}

async function once(name: string): Promise<number> {
  const code = `const start = performance.now(); await import(${JSON.stringify(name)}); console.log(performance.now() - start)`;
  return Number(await run(process.execPath, ["--input-type=module", "-e", code]));
}
