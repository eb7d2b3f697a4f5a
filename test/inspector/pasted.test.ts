import { expect, it } from "vitest";
import { CLAIMS, DAMAGED, IN_TEXT, PASTED_TOKEN, WITHOUT_TOKEN } from "../support/pasted-texts.js";
import { inspect, inspectorSuite, texts } from "./browser.js";

const withInspector = inspectorSuite();

// A browser a table and not a text, which would take minutes to start.
it("a token that is damaged or in other text is found, and what is around it said", async (test) => {
  await withInspector(test, async ({ page, errors }) => {
    for (const [, text, words] of [...DAMAGED, ...IN_TEXT]) {
      await inspect(page, text);
      expect([text, await texts(page, "#token [data-part]")]).toEqual([text, PASTED_TOKEN.split(".")]);
      // A form field drops some white space, so that nothing may be left around the token.
      if (words.includes("white space")) continue;
      expect([text, (await texts(page, "#token > .warn")).join()]).toEqual([text, expect.stringContaining(words)]);
    }
    expect(errors).toEqual([]);
  });
});

it("a text without a token has its reason", async (test) => {
  await withInspector(test, async ({ page }) => {
    for (const [text, words] of WITHOUT_TOKEN) {
      // Nothing is said of nothing.
      if (text === "") continue;
      const verdict = await inspect(page, text);
      expect([text, verdict]).toEqual([text, expect.stringContaining(words)]);
      expect(await page.evaluate("document.body.innerText")).not.toContain("hunter2");
    }
  });
});

it("claims are judged as if they were signed", async (test) => {
  await withInspector(test, async ({ page }) => {
    for (const [, text] of CLAIMS) {
      expect([text, await inspect(page, text)]).toEqual([text, expect.stringContaining("Claims without a signature")]);
      expect(await texts(page, "#claims .row")).toContain('sub: "alice"');
    }
  });
});
