import { describe, expect, it } from "vitest";
import { growthOf } from "../../../support/counted-work.js";
import { command } from "../../../support/run-cli.js";
import { WORST_CASES } from "../../../support/worst-cases.js";

const BYTES = 1_500;

async function runAll(stdin: string): Promise<void> {
  await command(["inspect"], { stdin });
  await command(["inspect", "--json"], { stdin });
  await command(["lint", "--target", "livekit-server@1.9.11"], { stdin });
}

describe.each(Object.entries(WORST_CASES))("tokens with many findings of %s", { timeout: 60_000 }, (_, cases) => {
  it.each(Object.entries(cases))("cost the commands time linear in their length: %s", async (_, make) => {
    expect(await growthOf(runAll, make, BYTES)).toBeLessThan(2.1);
  });
});
