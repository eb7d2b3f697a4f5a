/** The rounds of a measurement. Odd, so that one of them is the median. */
export const ROUNDS = 51;

/** Runs a number of operations of the contender with an index, and returns the nanoseconds that they took. */
export type Timer = (contender: number, operations: number) => Promise<number>;

/**
 * Returns the nanoseconds per operation of each contender in each round. In a round the contenders run one after the other,
 * so that a slow moment of the machine affects neighbors, and in another order than in the round before, so that no
 * contender always pays for the garbage of the same other one.
 *
 * @param roundMs the milliseconds of a contender in a round; use more where the timer is less exact
 */
export async function interleave(contenders: number, time: Timer, roundMs = 8): Promise<number[][]> {
  const operations: number[] = [];
  for (let index = 0; index < contenders; index++) {
    await time(index, 2_000);
    operations.push(Math.max(1, Math.round((roundMs * 1e6 * 1000) / (await time(index, 1000)))));
  }
  const times: number[][] = operations.map(() => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (let place = 0; place < contenders; place++) {
      // Forwards in one round and backwards in the next, from a start that moves on.
      const step = round % 2 === 0 ? place : contenders - 1 - place;
      const index = (round + step) % contenders;
      const count = operations[index] as number;
      times[index]?.push((await time(index, count)) / count);
    }
  }
  return times;
}

/** Runs an operation `count` times, one after the other. A promise that it returns is awaited. */
export async function repeat(run: () => unknown, count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    const result = run();
    if (result instanceof Promise) await result;
  }
}

/** Returns the median of numbers. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

/**
 * Returns the median of the ratios of two contenders, round by round. It is steadier than the ratio of two medians, since
 * both run at the same moment of a busy machine.
 */
export function medianRatio(times: readonly number[], others: readonly number[]): number {
  return median(times.map((time, round) => time / (others[round] ?? Number.NaN)));
}
