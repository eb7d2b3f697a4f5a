import { interleave, repeat } from "./rounds.js";
import type { Benchmark } from "./webcrypto.js";

export interface Timed {
  readonly title: string;
  readonly timings: readonly { readonly name: string; readonly nanoseconds: number }[];
}

/** Times benchmarks where the clock can be trusted: in the process itself. */
export async function timeHere(benchmarks: readonly Benchmark[]): Promise<Timed[]> {
  const timed: Timed[] = [];
  for (const { title, contenders } of benchmarks) {
    const fastest = await interleave(contenders.length, async (index, count) => {
      const start = performance.now();
      await repeat(contenders[index]?.run as () => unknown, count);
      return (performance.now() - start) * 1e6;
    });
    timed.push({
      title,
      timings: contenders.map(({ name }, index) => ({ name, nanoseconds: fastest[index] as number })),
    });
  }
  return timed;
}
