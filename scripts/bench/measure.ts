import { interleave, median, medianRatio, repeat } from "./rounds.js";

/** A library to time. `run` does one operation; a promise that it returns is awaited. */
export interface Contender {
  readonly name: string;
  readonly run: () => unknown;
}

export interface Timing {
  readonly name: string;
  /** The time of an operation in the median round. */
  readonly nanoseconds: number;
  /** The median of the ratios to the first contender, round by round. */
  readonly ratio: number;
}

/**
 * Times contenders against each other in this process, by the processor time that they use: other processes hardly change it,
 * while they may double the time on the clock.
 */
export async function measure(contenders: readonly Contender[]): Promise<Timing[]> {
  const times = await interleave(contenders.length, async (index, operations) => {
    const { run } = contenders[index] as Contender;
    const start = process.cpuUsage();
    await repeat(run, operations);
    const { user, system } = process.cpuUsage(start);
    return (user + system) * 1000;
  });
  return timingsOf(
    contenders.map(({ name }) => name),
    times,
  );
}

/** Sums up the rounds of contenders, the first of which is what the others are compared with. */
export function timingsOf(names: readonly string[], times: readonly (readonly number[])[]): Timing[] {
  return names.map((name, index) => {
    const own = times[index] ?? [];
    return { name, nanoseconds: median(own), ratio: medianRatio(own, times[0] ?? []) };
  });
}
