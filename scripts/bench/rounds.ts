const ROUNDS = 25;

/** Runs a number of operations of the contender with an index, and returns the nanoseconds that they took. */
export type Timer = (contender: number, operations: number) => Promise<number>;

/**
 * Returns the nanoseconds per operation of each contender, in its fastest round. Rounds of the contenders alternate,
 * so that a slow moment of the machine affects all of them.
 *
 * @param roundMs the length of a round in milliseconds; use more where the timer is less exact
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

/** Runs an operation `count` times, one after the other. A promise that it returns is awaited. */
export async function repeat(run: () => unknown, count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    const result = run();
    if (result instanceof Promise) await result;
  }
}
