import { expect, it } from "vitest";
import { forge, payload } from "../support/tokens.js";
import { WORST_CASES } from "../support/worst-cases.js";
import { AT, inspectorSuite, paste, setClock, settled, until } from "./browser.js";

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
    await setClock(page, AT);
    // Counts the turns of the page's event loop until the answer is there: one or two, if it were busy all the time.
    await page.evaluate("globalThis.turns = 0; setInterval(() => { turns++; }, 1); undefined");
    await paste(page, text);
    const before = await page.evaluate<number>("turns");
    await settled(page);
    expect((await page.evaluate<number>("turns")) - before).toBeGreaterThan(5);
    expect(errors).toEqual([]);
    const box = await page.inputValue("#text");
    expect(box.length).toBeLessThanOrEqual(50_000);
    expect(await page.textContent("#held")).toContain(`The text has ${text.length} characters`);
    // There is as much of it as a person reads.
    expect(await page.evaluate<number>("document.getElementsByTagName('*').length")).toBeLessThan(6000);
  });
});

it("a question takes the place of one that is being answered", async (test) => {
  await withInspector(test, async ({ page, errors }) => {
    await setClock(page, AT);
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
