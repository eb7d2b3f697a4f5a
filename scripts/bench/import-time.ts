import { run } from "../process/run.js";

const RUNS = 15;

/**
 * Measures the first import of packages in a fresh process, in milliseconds. Returns the fastest of 15 runs each;
 * the packages take turns.
 */
export async function importTimes(
  packages: readonly string[],
): Promise<{ readonly name: string; readonly milliseconds: number }[]> {
  const fastest = packages.map(() => Number.POSITIVE_INFINITY);
  for (let count = 0; count < RUNS; count++) {
    for (const [index, name] of packages.entries())
      fastest[index] = Math.min(fastest[index] as number, await timeImport(name));
  }
  return packages.map((name, index) => ({ name, milliseconds: fastest[index] as number }));
}

async function timeImport(name: string): Promise<number> {
  const code = `const start = performance.now(); await import(${JSON.stringify(name)}); console.log(performance.now() - start)`;
  return Number(await run(process.execPath, ["--input-type=module", "-e", code]));
}
