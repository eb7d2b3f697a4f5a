import { expect, it } from "vitest";
import { forge, KEY, NOW, payload, SECRET } from "../support/tokens.js";
import { axeViolations, inspect, inspectorSuite } from "./browser.js";

const withInspector = inspectorSuite();

const TOKEN = forge(
  payload({
    iat: NOW,
    rooom: 1,
    video: { roomJoin: true, room: "stage" },
    roomConfig: { agents: [{ deployment: "d" }] },
  }),
);

it.for([
  ["light", 1280],
  ["dark", 1280],
  ["light", 360],
  ["dark", 360],
] as const)(
  "axe finds nothing in %s, %d pixels wide, in any state; nothing is cut off",
  async ([colorScheme, width], test) => {
    await withInspector(
      test,
      async ({ page }) => {
        expect(await axeViolations(page)).toEqual([]);
        await inspect(page, TOKEN);
        await page.click("#take");
        await page.fill("#api-key", KEY);
        await page.fill("#secret", SECRET);
        await page.click('summary:has-text("All claims as JSON")');
        await page.fill("#json", '{"sub": "alice", "roomConfig": {"agents": [{"agentName": "a"}]}}');
        await page.click("#mint");
        await page.waitForSelector("#minted textarea");
        await page.click("#findings li button");
        // Objects inside of others are made when those are opened.
        for (let depth = 0; depth < 3; depth++) {
          await page.evaluate(`for (const details of document.querySelectorAll("details")) details.open = true;`);
          await page.evaluate("new Promise((resolve) => setTimeout(resolve, 50))");
        }
        expect(await axeViolations(page)).toEqual([]);
        await page.evaluate(`document.querySelectorAll(".claims .row")[1].focus()`);
        expect(await axeViolations(page)).toEqual([]);
        expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);

        await inspect(page, "undefined");
        expect(await axeViolations(page)).toEqual([]);
      },
      { colorScheme, width },
    );
  },
);
