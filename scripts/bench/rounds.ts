const ROUNDS = 25;

/** The nanoseconds that a contender, told by its index, takes for a number of operations. */
export type Timer = (contender: number, operations: number) => Promise<number>;

/**
 * The nanoseconds that an operation of each contender takes: rounds are interleaved, so that a slow moment of the machine hits
 * all alike, and the minimum of each is kept.
 *
 * @param roundMs how long a round is to be; longer where the timer is less exact
 */
export async function interleave(contenders: number, time: Timer, roundMs = 30): Promise<number[]> {
  const operations: number[] = [];
  for (let index = 0; index < contenders; index++) {
    await time(index, 20_000);
    operations.push(Math.max(1, Math.round((roundMs * 1e6 * 1000) / (await time(index, 1000)))));
  }
  const fastest = operations.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, count] of operations.entries()) {
      fastest[index] = Math.min(fastest[index] as number, (await time(index, count)) / count);
    }
  }
  return fastest;
}

/** Does an operation so many times, as it is done in earnest: awaited if it gives a promise. */
export async function repeat(run: () => unknown, count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    const result = run();
    if (result instanceof Promise) await result;
  }
}
