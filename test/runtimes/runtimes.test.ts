import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { chromiumDriver } from "./drivers/chromium.js";
import { processDrivers } from "./drivers/processes.js";
import { workerdDriver } from "./drivers/workerd.js";
import { layOutSuite } from "./program.js";
import { type Result, writeResults } from "./results.js";
import { unlessUnavailable } from "./unavailable.js";

const drivers = [...processDrivers, workerdDriver, chromiumDriver];
const results: Result[] = [];
let suite: string;

beforeAll(async () => {
  suite = await layOutSuite(inject("work"));
});

it.for(drivers)("behaves as everywhere on $runtime", async ({ runtime, drive }, { skip }) => {
  const { version, cases, passed, failures } = await unlessUnavailable(skip, () => drive(suite));
  results.push({ runtime, version, cases, passed });
  console.log(`${runtime} ${version}: ${passed} of ${cases} cases passed`);
  expect(failures).toEqual([]);
  expect(passed).toBe(cases);
  expect(cases).toBeGreaterThan(0);
});

afterAll(async () => {
  // The table tells of one run, so a part of one changes nothing.
  if (results.length === drivers.length) await writeResults(results);
});
