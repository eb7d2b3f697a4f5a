import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { chromiumDriver } from "../../scripts/runtimes/drivers/chromium.js";
import { processDrivers } from "../../scripts/runtimes/drivers/processes.js";
import { workerdDriver } from "../../scripts/runtimes/drivers/workerd.js";
import { type Result, writeResults } from "../../scripts/runtimes/results.js";
import { skipIfUnavailable } from "../../scripts/runtimes/unavailable.js";
import { layOutSuite } from "./lay-out-suite.js";

const drivers = [...processDrivers, workerdDriver, chromiumDriver];
const results: Result[] = [];
let suite: string;

beforeAll(async () => {
  suite = await layOutSuite(inject("work"));
});

it.for(drivers)("passes the suite on $runtime", async ({ runtime, drive }, { skip }) => {
  const { version, cases, passed, failures } = await skipIfUnavailable(skip, () => drive(suite));
  results.push({ runtime, version, cases, passed });
  console.log(`${runtime} ${version}: ${passed} of ${cases} cases passed`);
  expect(failures).toEqual([]);
  expect(passed).toBe(cases);
  expect(cases).toBeGreaterThan(0);
});

afterAll(async () => {
  // The table is of one complete run, so an incomplete run does not change it.
  if (results.length === drivers.length) await writeResults(results);
});
