import { expect, it } from "vitest";
import { forge, KEY, NOW, payload, SECRET } from "../support/tokens.js";
import { AT, inspect, inspectorSuite, setClock, settled, texts } from "./browser.js";

const withInspector = inspectorSuite();

const TOKEN = forge(
  payload({
    iat: NOW,
    metadata: "m",
    video: { roomJoin: true, room: "stage", canPublishSources: ["camera"], rooomAdmin: true },
    roomConfig: { agents: [{ agentName: "helper", deployment: "blue" }], tags: { a: "b" } },
  }),
);

it("the verdict comes first, as the command says it, while one types", async (test) => {
  await withInspector(test, async ({ page, errors }) => {
    await setClock(page, AT);
    await page.focus("#text");
    await page.keyboard.type("eyJhbGciOiJIUzI1NiJ9");
    await settled(page);
    expect(await page.textContent("#verdict")).toContain("Not a token");
    expect(await inspect(page, TOKEN)).toMatch(
      /^Refused by livekit-server@.*Otherwise alice may join stage for 10 minutes more/,
    );
    expect(errors).toEqual([]);
  });
});

it("the token has a color for each part", async (test) => {
  await withInspector(test, async ({ page }) => {
    await inspect(page, TOKEN);
    expect(await texts(page, "#token [data-part]")).toEqual(TOKEN.split("."));
    const colors = await page.evaluate<string[]>(
      `Array.from(document.querySelectorAll("#token [data-part]"), (part) => getComputedStyle(part).color)`,
    );
    expect(new Set(colors).size).toBe(3);
  });
});

it("claims say what they are and since when, when they are focused or pointed at", async (test) => {
  await withInspector(test, async ({ page }) => {
    await inspect(page, TOKEN);
    const row = `#claims .row:has-text("canPublishSources")`;
    const about = `#claims li:has(> ${row.slice("#claims ".length)}) > .about`;
    expect(await page.isVisible(about)).toBe(false);
    await page.hover(row);
    expect(await page.isVisible(about)).toBe(true);
    expect(await page.textContent(about)).toMatch(/only kinds of track.*Since protocol 1\.4\.0, livekit-server 1\./s);
    await page.hover("h1");

    // By the keyboard: one stop of Tab, then the arrows; Escape closes.
    await page.focus('#claims .row[tabindex="0"]');
    await page.keyboard.press("ArrowDown");
    const focused = await page.evaluate<string>("document.activeElement.textContent");
    expect(focused).toContain("exp: ");
    const shown = `#claims .row:focus + .about`;
    expect(await page.isVisible(shown)).toBe(true);
    const describedBy = await page.evaluate<string>(
      `document.getElementById(document.activeElement.getAttribute("aria-describedby")).textContent`,
    );
    expect(describedBy).toContain("Expiry");
    await page.keyboard.press("Escape");
    expect(await page.isVisible(shown)).toBe(false);
  });
});

it("findings have fixes, and show their places", async (test) => {
  await withInspector(test, async ({ page }) => {
    await inspect(page, TOKEN);
    const finding = `#findings li:has-text("rooomAdmin")`;
    expect(await page.textContent(`${finding} .fix`)).toBe('Write "roomAdmin".');
    await page.click(`${finding} button`);
    expect(await texts(page, ".marked")).toEqual(["rooomAdmin: true"]);
    expect(await page.evaluate("document.activeElement.textContent")).toBe("rooomAdmin: true");

    await inspect(page, forge(payload({}), { header: { alg: "none" } }));
    await page.click(`#findings li:has-text("unsupported-algorithm") button`);
    expect(await page.evaluate(`document.querySelector(".marked").dataset.part`)).toBe("header");
  });
});

it("times are a bar with now on it, at the clock of the server", async (test) => {
  await withInspector(test, async ({ page }) => {
    const left = (name: string) =>
      page.evaluate<number>(
        `Array.from(document.querySelectorAll("#times .mark")).find((mark) => mark.textContent.includes("${name}")).getBoundingClientRect().left`,
      );
    await inspect(page, TOKEN);
    expect(await left("now")).toBeLessThan(await left("exp"));
    expect(await texts(page, "#times li")).toContain("exp: expires in 10 minutes (2026-01-01T00:10:00Z)");
    const later = new Date((NOW + 3600) * 1000).toUTCString();
    expect(await inspect(page, TOKEN, `Date: ${later}`)).toContain("Refused by every server: expired 50 minutes ago");
    expect(await left("now")).toBeGreaterThan(await left("exp"));
    await page.fill("#now", "noon");
    await page.waitForSelector("#now-problem:not(:empty)");
    expect(await page.textContent("#now-problem")).toContain("must be a time");
  });
});

it("the holder's permissions and calls are listed, for a room that can be chosen", async (test) => {
  await withInspector(test, async ({ page }) => {
    await inspect(page, forge(payload({ video: { roomAdmin: true, room: "stage" } })));
    expect((await texts(page, "#holder li")).join("\n")).toContain("may moderate the room");
    const summary = '#calls summary:has-text("RoomService")';
    const before = await page.textContent(summary);
    await page.fill("#room", "other");
    await page.waitForSelector('#calls summary:has-text("RoomService: 0 of")');
    expect(before).not.toContain("RoomService: 0 of");
  });
});

it("servers are a timeline of releases", async (test) => {
  await withInspector(test, async ({ page }) => {
    await inspect(page, TOKEN);
    const lines = await texts(page, "#servers li");
    expect(await texts(page, "#servers .release")).toHaveLength(lines.length);
    expect(lines.join("\n")).toMatch(/ignore.*refuse it with 401 "invalid token", for \/roomConfig/s);
  });
});

it("the signature is checked with the secret, which shows nowhere", async (test) => {
  await withInspector(test, async ({ page }) => {
    await inspect(page, TOKEN);
    expect(await page.textContent("#signature")).toContain("fill in the API secret");
    await page.fill("#api-key", KEY);
    await page.fill("#secret", SECRET);
    await page.waitForSelector("#signature.good");
    await page.fill("#secret", `${SECRET}\n`);
    await page.fill("#secret", `"${SECRET}"`);
    await page.waitForSelector("#signature.bad");
    expect(await page.textContent("#signature")).toContain("without the quotes around it");
    // Compared with every form of the secret, of which one is empty.
    await page.fill("#secret", "another secret that has at least 32 bytes");
    await page.waitForSelector('#signature:has-text("not made with"):not(:has-text("quotes"))');
    expect(await page.evaluate("document.body.innerText")).not.toContain(SECRET);
  });
});

it("one of several tokens is chosen", async (test) => {
  await withInspector(test, async ({ page }) => {
    const text = [forge(payload({ sub: "alice" })), forge(payload({ sub: "bob" }))].join("\n");
    await inspect(page, text);
    expect(await texts(page, "#which option")).toEqual(["1, in line 1", "2, in line 2"]);
    await page.selectOption("#which", "1");
    await page.waitForSelector('#claims .row:has-text("bob")');
  });
});

it("an example can be tried, and the text cleared", async (test) => {
  await withInspector(test, async ({ page }) => {
    await page.click("#example");
    await settled(page);
    expect(await page.textContent("#verdict")).toContain("Fine: alice may join stage");
    await page.click("#clear");
    await page.waitForSelector("#result", { state: "hidden" });
    expect(await page.inputValue("#text")).toBe("");
  });
});
