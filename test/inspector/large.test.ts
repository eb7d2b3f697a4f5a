import { expect, it } from "vitest";
import { forge, payload } from "../support/tokens.js";
import { WORST_CASES } from "../support/worst-cases.js";
import { inspect, inspectorSuite, paste, settled, until, type Worker } from "./browser.js";

const withInspector = inspectorSuite();
const MEBIBYTE = 1024 * 1024;

const CASES = [
  ["of unknown names", WORST_CASES["unknown-member"].claims],
  ["in broken lines", WORST_CASES["malformed-token"]["broken lines"]],
  ["of a long text", WORST_CASES["over-limit"].metadata],
  ["of agents that are wrong", WORST_CASES["invalid-claims"].agents],
] as const;

it.for(CASES)("a text of a mebibyte %s does not freeze the page", async ([, make], test) => {
  const text = make?.((MEBIBYTE * 3) / 4) ?? "";
  await withInspector(test, async ({ page, errors }) => {
    await inspect(page, forge(payload()));
    const stopped = stop(page.workers());
    await paste(page, text);
    // A page that read the text itself would be done, and one that waited for a worker would not answer.
    expect(await page.textContent("#held")).toContain(`The text has ${text.length} characters`);
    expect(await page.isVisible("#result[aria-busy=true]")).toBe(true);
    expect(stopped.count).toBeGreaterThan(0);
    expect(stopped.ended).toBe(0);
    // The next question ends the worker that is stopped, and starts another.
    await paste(page, text);
    await settled(page);
    expect(errors).toEqual([]);
    // There is as much of it as a browser lays out at once, and as a person reads.
    expect((await page.inputValue("#text")).length).toBeLessThanOrEqual(50_000);
    expect(await page.textContent("#held")).toContain(`The text has ${text.length} characters`);
    expect(await page.evaluate<number>("document.getElementsByTagName('*').length")).toBeLessThan(6000);
    expect(((await page.textContent("#result")) ?? "").length).toBeLessThan(50_000);
  });
});

it("a question takes the place of one that is being answered", async (test) => {
  await withInspector(test, async ({ page, errors }) => {
    await inspect(page, forge(payload()));
    stop(page.workers());
    await paste(page, WORST_CASES["unknown-member"].claims?.((MEBIBYTE * 3) / 4) ?? "");
    await until(page, `document.getElementById("announce").textContent.startsWith("Reading")`);
    await page.click("#clear");
    await page.fill("#text", forge(payload({ sub: "bob", video: { roomJoin: true, room: "stage" } })));
    await settled(page);
    expect(await page.textContent("#verdict")).toContain("bob may join stage");
    expect(errors).toEqual([]);
  });
});

it("a text of many mebibytes is not read", async (test) => {
  await withInspector(test, async ({ page }) => {
    await paste(page, "x".repeat(9 * MEBIBYTE));
    expect(await page.textContent("#held")).toContain("npx livekit-claims inspect < FILE");
  });
});

/** Stops workers by an endless loop in each. Counts them, and the loops that ended nevertheless. */
function stop(workers: readonly Worker[]): { readonly count: number; ended: number } {
  const counts = { count: workers.length, ended: 0 };
  const onEnd = (): void => {
    counts.ended++;
  };
  for (const worker of workers) worker.evaluate("for (;;);").then(onEnd, onEnd);
  return counts;
}
