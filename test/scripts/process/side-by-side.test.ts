import * as fc from "fast-check";
import { expect, it } from "vitest";
import { sideBySide } from "../../../scripts/process/side-by-side.js";

interface Job {
  readonly id: number;
  readonly passes: boolean;
}

const jobs = fc.array(fc.boolean()).map((all) => all.map((passes, id): Job => ({ passes, id })));

it("runs each job once or reports it as not run, in order, as many at a time as there are workers", async () => {
  await fc.assert(
    fc.asyncProperty(jobs, fc.integer({ min: 1, max: 3 }), fc.scheduler(), async (all, workers, scheduler) => {
      const started: Job[] = [];
      const running = new Set<Job>();
      const run = async (job: Job): Promise<boolean> => {
        expect(started.some((earlier) => !earlier.passes && !running.has(earlier))).toBe(false);
        started.push(job);
        running.add(job);
        expect(running.size).toBeLessThanOrEqual(workers);
        await scheduler.schedule(Promise.resolve());
        running.delete(job);
        return job.passes;
      };
      const { failed, notRun } = await scheduler.waitFor(sideBySide(all, { workers, run }));
      expect([...started, ...notRun].map(({ id }) => id)).toEqual(all.map(({ id }) => id));
      expect(new Set(failed)).toEqual(new Set(started.filter(({ passes }) => !passes)));
      if (failed.length === 0) expect(notRun).toEqual([]);
    }),
  );
});

it("runs jobs side by side", async () => {
  const events: string[] = [];
  const run = async (job: string): Promise<boolean> => {
    events.push(`${job} starts`);
    await new Promise((resolve) => setImmediate(resolve));
    events.push(`${job} ends`);
    return true;
  };
  await sideBySide(["1", "2"], { workers: 2, run });
  expect(events.slice(0, 2)).toEqual(["1 starts", "2 starts"]);
});
