import { execFileSync } from "node:child_process";

const RUNS = 15;

/** Milliseconds that the first import takes in a fresh process: the fastest of 15, taken in turns. */
export function importTimes(packages: readonly string[]): { readonly name: string; readonly milliseconds: number }[] {
  const fastest = packages.map(() => Number.POSITIVE_INFINITY);
  for (let run = 0; run < RUNS; run++) {
    for (const [index, name] of packages.entries()) fastest[index] = Math.min(fastest[index] as number, once(name));
  }
  return packages.map((name, index) => ({ name, milliseconds: fastest[index] as number }));
}

function once(name: string): number {
  const code = `const start = performance.now(); await import(${JSON.stringify(name)}); console.log(performance.now() - start)`;
  return Number(execFileSync(process.execPath, ["--input-type=module", "-e", code], { encoding: "utf8" }));
}
