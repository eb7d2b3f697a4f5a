import { access } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { delimiter, join } from "node:path";
import { bundleFor } from "../bundle.js";
import { importFrom, installTool } from "../install.js";
import { Unavailable } from "../unavailable.js";
import type { Driver } from "./driver.js";

export const FLAGS = [
  ...["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
];

/** Allows scripts from the files of this server only: no inline scripts, no `eval` and no connections. */
const CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'";

/** The part of playwright-core that is used here. */
interface Browser {
  version(): string;
  newPage(): Promise<Page>;
  close(): Promise<void>;
}
interface Page {
  on(event: "pageerror", listener: (error: Error) => void): void;
  goto(url: string): Promise<unknown>;
  textContent(selector: string, options: { timeout: number }): Promise<string | null>;
}
type Playwright = {
  readonly chromium: {
    launch(options: { executablePath: string; args: readonly string[]; timeout: number }): Promise<Browser>;
  };
};

export interface PageOptions {
  /** The port of the page's origin. Default: a free one. */
  readonly port?: number;
  /** Default: allows no connections. */
  readonly contentSecurityPolicy?: string;
  /** Further flags of Chromium. */
  readonly flags?: readonly string[];
}

export const chromiumDriver: Driver = {
  runtime: "Chromium",
  async drive(suite) {
    const { version, answer } = await openPage(await bundleFor("browser", join(suite, "page.js")));
    return { version, ...JSON.parse(answer) };
  },
};

/**
 * Opens a page with one script, in a new browser with a fresh profile.
 *
 * @returns the text of the element with the id "answer", which the script adds
 * @throws Unavailable when there is no Chromium
 */
export async function openPage(
  script: string,
  options: PageOptions = {},
): Promise<{ readonly version: string; readonly answer: string }> {
  const { port = 0, contentSecurityPolicy = CONTENT_SECURITY_POLICY, flags = [] } = options;
  const executablePath = await findChromium();
  const folder = await installTool("playwright");
  const { chromium } = ((await importFrom(folder, "playwright-core")) as { default: Playwright }).default;
  const server = createServer((request, response) => {
    response.setHeader("content-security-policy", contentSecurityPolicy);
    const isScript = request.url === "/app.js";
    response.setHeader("content-type", `text/${isScript ? "javascript" : "html"}; charset=utf-8`);
    response.end(
      isScript ? script : '<!doctype html><title>suite</title><script type="module" src="/app.js"></script>',
    );
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const browser = await chromium.launch({ executablePath, args: [...FLAGS, ...flags], timeout: 60_000 });
  try {
    const page = await browser.newPage();
    const failed = new Promise<never>((_, reject) => page.on("pageerror", reject));
    // The page may fail before Promise.race waits for it: prevents an unhandled rejection.
    failed.catch(() => undefined);
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const answer = await Promise.race([page.textContent("#answer", { timeout: 60_000 }), failed]);
    return { version: browser.version(), answer: answer ?? "" };
  } finally {
    await browser.close();
    server.close();
  }
}

/** @throws Unavailable when there is none */
export async function findChromium(): Promise<string> {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    for (const name of ["chromium", "chromium-browser", "google-chrome"]) {
      const path = join(folder, name);
      if (
        await access(path).then(
          () => true,
          () => false,
        )
      )
        return path;
    }
  }
  throw new Unavailable("no Chromium on the PATH; install one (Debian: the package chromium)");
}
