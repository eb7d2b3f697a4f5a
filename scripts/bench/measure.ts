/** Something to time: what one operation does, as it is done in earnest (awaited if it gives a promise). */
export interface Contender {
  readonly name: string;
  readonly run: () => unknown;
}

export interface Timing {
  readonly name: string;
  /** The fastest round: what the code takes when nothing else disturbs it. */
  readonly nanoseconds: number;
}

const ROUNDS = 25;
const ROUND_MS = 30;

/**
 * Times contenders against each other: rounds interleaved, so that a slow moment of the machine hits all alike, and the
 * minimum of each kept.
 */
export async function measure(contenders: readonly Contender[]): Promise<Timing[]> {
  const counts: number[] = [];
  for (const { run } of contenders) counts.push(await calibrate(run));
  const fastest = contenders.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, { run }] of contenders.entries()) {
      const count = counts[index] as number;
      fastest[index] = Math.min(fastest[index] as number, (await time(run, count)) / count);
    }
  }
  return contenders.map(({ name }, index) => ({ name, nanoseconds: fastest[index] as number }));
}

/** How many operations fill a round, after the code has been warmed up. */
async function calibrate(run: () => unknown): Promise<number> {
  await time(run, 20_000);
  return Math.max(1, Math.round((ROUND_MS * 1e6 * 1000) / (await time(run, 1000))));
}

async function time(run: () => unknown, count: number): Promise<number> {
  const start = process.hrtime.bigint();
  for (let i = 0; i < count; i++) {
    const result = run();
    if (result instanceof Promise) await result;
  }
  return Number(process.hrtime.bigint() - start);
}
