import { interleave, repeat } from "./rounds.js";

/** A library to time. `run` does one operation; a promise that it returns is awaited. */
export interface Contender {
  readonly name: string;
  readonly run: () => unknown;
}

export interface Timing {
  readonly name: string;
  /** The time of an operation in the fastest round, which other processes disturb least. */
  readonly nanoseconds: number;
}

/** Times contenders against each other in this process. */
export async function measure(contenders: readonly Contender[]): Promise<Timing[]> {
  const fastest = await interleave(contenders.length, async (index, operations) => {
    const { run } = contenders[index] as Contender;
    const start = process.hrtime.bigint();
    await repeat(run, operations);
    return Number(process.hrtime.bigint() - start);
  });
  return contenders.map(({ name }, index) => ({ name, nanoseconds: fastest[index] as number }));
}
