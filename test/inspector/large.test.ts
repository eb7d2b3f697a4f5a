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
    // Records the turns of the page's event loop until the answer is there.
    await page.evaluate("globalThis.turns = []; setInterval(() => { turns.push(performance.now()); }, 1); undefined");
    await paste(page, text);
    const from = await page.evaluate<number>("turns.length");
    await settled(page);
    const turns = (await page.evaluate<number[]>("turns")).slice(from);
    const wait = (turns.at(-1) ?? 0) - (turns[0] ?? 0);
    const pauses = turns.map((turn, index) => turn - (turns[index - 1] ?? turn));
    // A page that is busy all the time has one pause as long as the wait. Nobody notices a short one.
    expect(Math.max(...pauses)).toBeLessThan(Math.max(200, wait / 2));
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
