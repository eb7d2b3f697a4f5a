export interface SideBySideOptions<T> {
  /** The number of jobs that run at the same time. */
  readonly workers: number;
  /** Runs a job, and returns whether it passed. */
  readonly run: (job: T) => Promise<boolean>;
  /** Returns what only one job at a time may use, such as a folder. Undefined for a job that may run beside all others. */
  readonly resourceOf?: (job: T) => string | undefined;
}

/**
 * Runs jobs side by side, the first ones first. Starts no further job after a failure.
 *
 * @returns the jobs that failed, and those that were not run. Both are empty when all jobs passed.
 */
export async function sideBySide<T>(
  jobs: readonly T[],
  { workers, run, resourceOf = () => undefined }: SideBySideOptions<T>,
): Promise<{ readonly failed: readonly T[]; readonly notRun: readonly T[] }> {
  const queue = [...jobs];
  const failed: T[] = [];
  const inUse = new Set<string>();
  const take = (): T | undefined => {
    const index = queue.findIndex((job) => !inUse.has(resourceOf(job) ?? ""));
    return index < 0 ? undefined : queue.splice(index, 1)[0];
  };
  const work = async (): Promise<void> => {
    // When each job left needs a resource in use, the worker that uses it runs them.
    for (let job = take(); job !== undefined; job = failed.length > 0 ? undefined : take()) {
      const resource = resourceOf(job);
      if (resource !== undefined) inUse.add(resource);
      if (!(await run(job))) failed.push(job);
      if (resource !== undefined) inUse.delete(resource);
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  return { failed, notRun: queue };
}
