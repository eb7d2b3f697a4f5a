import type { Server } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run } from "../../scripts/process/run.js";
import { skipIfUnavailable } from "../../scripts/runtimes/unavailable.js";
import { ROOT } from "../support/copies.js";
import { type Browser, type BrowserPage, launchBrowser, type View, violationsOf } from "./browser.js";
import { brokenLinks, builtPages, serveSite } from "./built-site.js";
import { PAGES } from "./pages.js";

/** A site of a project is served under its name. */
const BASE = "/claims/";

beforeAll(async () => {
  await run("npm", ["run", "--silent", "docs"], { cwd: ROOT, env: { ...process.env, DOCS_BASE: BASE } });
});

describe("the site, built for a path prefix", () => {
  it("has every page of docs/", () => {
    const wanted = PAGES.map(({ name }) =>
      name.replace(/^docs\//, "").replace(/(?:README)?\.md$/, (end) => (end === ".md" ? ".html" : "index.html")),
    );
    expect(builtPages()).toEqual(expect.arrayContaining(wanted));
  });

  it("has the inspector, as one page", () => {
    expect(builtPages()).toContain("inspector/index.html");
  });

  it("has no link, script, style or anchor that is not there", () => {
    const pages = builtPages();
    expect(pages.length).toBeGreaterThan(100);
    expect(pages.flatMap((page) => brokenLinks(page, BASE))).toEqual([]);
  });
});

const WIDE = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };
const VIEWS: readonly View[] = (["light", "dark"] as const).flatMap((colorScheme) =>
  [WIDE, PHONE].map((viewport) => ({ colorScheme, viewport })),
);

/** A page of each sort. */
const MAIN = [
  "index.html",
  "start.html",
  "why-401.html",
  "guides/errors.html",
  "moving/node.html",
  "recipes/webhooks.html",
  "reference.html",
  "reference/cli.html",
  "reference/lint.html",
  "reference/schema/video-grants.html",
  "reference/api/index/classes/AccessToken.html",
];

describe("the site in a browser", () => {
  let site: { readonly url: string; readonly server: Server };
  let browser: Browser | undefined;
  beforeAll(async () => {
    site = await serveSite(BASE);
  });
  afterAll(async () => {
    await browser?.close();
    site.server.close();
  });

  async function open(path: string, view: View): Promise<{ page: BrowserPage; requests: string[]; errors: string[] }> {
    browser ??= await launchBrowser();
    const page = await browser.newPage(view);
    const requests: string[] = [];
    const errors: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    page.on("pageerror", ({ message }) => errors.push(message));
    await page.goto(site.url + path, { waitUntil: "networkidle" });
    return { page, requests, errors };
  }

  it.for(
    VIEWS.flatMap((view) => MAIN.map((path) => ({ path, theme: view.colorScheme, width: view.viewport.width, view }))),
  )(
    "is accessible, fits the screen, and asks no other host: $path, $theme, $width wide",
    async ({ path, view }, { skip }) => {
      await skipIfUnavailable(skip, async () => {
        const { page, requests, errors } = await open(path, view);
        expect(requests.filter((url) => !url.startsWith(site.url) && !url.startsWith("data:"))).toEqual([]);
        expect(await violationsOf(page)).toEqual([]);
        expect(await page.evaluate<number>("document.documentElement.scrollWidth")).toBe(view.viewport.width);
        expect(errors).toEqual([]);
        await page.close();
      });
    },
  );

  it("finds a grant by its name", async ({ skip }) => {
    await skipIfUnavailable(skip, async () => {
      const { page } = await open("start.html", { colorScheme: "light", viewport: WIDE });
      await page.click(".DocSearch-Button");
      await page.fill("#localsearch-input", "canPublishSources");
      await expect.poll(() => page.textContent(".results"), { timeout: 60_000 }).toContain("VideoGrants");
      await page.close();
    });
  });
});
