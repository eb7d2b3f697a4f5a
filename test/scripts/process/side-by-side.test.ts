import * as fc from "fast-check";
import { expect, it } from "vitest";
import { sideBySide } from "../../../scripts/process/side-by-side.js";

interface Job {
  readonly id: number;
  readonly passes: boolean;
  readonly resource: string | undefined;
}

const jobs = fc
  .array(fc.record({ passes: fc.boolean(), resource: fc.constantFrom("a", "b", undefined) }))
  .map((all) => all.map((job, id): Job => ({ ...job, id })));

it("runs each job once or reports it as not run, in order, as many at a time as there are workers and resources", async () => {
  await fc.assert(
    fc.asyncProperty(jobs, fc.integer({ min: 1, max: 3 }), fc.scheduler(), async (all, workers, scheduler) => {
      const started: Job[] = [];
      const running = new Set<Job>();
      const run = async (job: Job): Promise<boolean> => {
        expect(started.some((earlier) => !earlier.passes && !running.has(earlier))).toBe(false);
        started.push(job);
        running.add(job);
        expect(running.size).toBeLessThanOrEqual(workers);
        const resources = [...running].flatMap(({ resource }) => resource ?? []);
        expect(new Set(resources).size).toBe(resources.length);
        await scheduler.schedule(Promise.resolve());
        running.delete(job);
        return job.passes;
      };
      const { failed, notRun } = await scheduler.waitFor(
        sideBySide(all, { workers, run, resourceOf: ({ resource }) => resource }),
      );
      expect([...started, ...notRun].map(({ id }) => id).sort((a, b) => a - b)).toEqual(all.map(({ id }) => id));
      expect(new Set(failed)).toEqual(new Set(started.filter(({ passes }) => !passes)));
      if (failed.length === 0) expect(notRun).toEqual([]);
    }),
  );
});

it("runs jobs side by side, and those of one resource one after the other", async () => {
  const events: string[] = [];
  const run = async (job: string): Promise<boolean> => {
    events.push(`${job} starts`);
    await new Promise((resolve) => setImmediate(resolve));
    events.push(`${job} ends`);
    return true;
  };
  const resourceOf = (job: string) => (job.startsWith("dist") ? "dist" : undefined);
  await sideBySide(["dist 1", "dist 2", "free"], { workers: 2, run, resourceOf });
  expect(events.slice(0, 2)).toEqual(["dist 1 starts", "free starts"]);
  expect(events.indexOf("dist 2 starts")).toBeGreaterThan(events.indexOf("dist 1 ends"));
});
