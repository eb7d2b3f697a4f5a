import { interleave, repeat } from "./rounds.js";

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
