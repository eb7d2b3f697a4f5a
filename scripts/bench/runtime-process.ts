import { type Timing, timingsOf } from "./measure.js";
import { interleave, repeat } from "./rounds.js";
import type { Benchmark } from "./webcrypto.js";

export interface BenchmarkResult {
  readonly title: string;
  readonly timings: readonly Timing[];
}

/**
 * Times benchmarks in this process or page, in runtimes whose clock advances during computation.
 *
 * @param roundMs the milliseconds of a contender in a round; use more where the clock is coarse
 */
export async function timeInProcess(benchmarks: readonly Benchmark[], roundMs?: number): Promise<BenchmarkResult[]> {
  const results: BenchmarkResult[] = [];
  for (const { title, contenders } of benchmarks) {
    const times = await interleave(
      contenders.length,
      async (index, count) => {
        const start = performance.now();
        await repeat(contenders[index]?.run as () => unknown, count);
        return (performance.now() - start) * 1e6;
      },
      roundMs,
    );
    const names = contenders.map(({ name }) => name);
    results.push({ title, timings: timingsOf(names, times) });
  }
  return results;
}
