export interface SideBySideOptions<T> {
  /** The number of jobs that run at the same time. */
  readonly workers: number;
  /** Runs a job, and returns whether it passed. */
  readonly run: (job: T) => Promise<boolean>;
}

/**
 * Runs jobs side by side, the first ones first. Starts no further job after a failure.
 *
 * @returns the jobs that failed, and those that were not run. Both are empty when all jobs passed.
 */
export async function sideBySide<T>(
  jobs: readonly T[],
  { workers, run }: SideBySideOptions<T>,
): Promise<{ readonly failed: readonly T[]; readonly notRun: readonly T[] }> {
  const queue = [...jobs];
  const failed: T[] = [];
  const work = async (): Promise<void> => {
    for (let job = queue.shift(); job !== undefined; job = failed.length > 0 ? undefined : queue.shift()) {
      if (!(await run(job))) failed.push(job);
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  return { failed, notRun: queue };
}
