import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { FLAGS, findChromium } from "../../scripts/runtimes/drivers/chromium.js";
import { importFrom, installTool } from "../../scripts/runtimes/install.js";

/** The part of playwright-core that is used here. */
export interface BrowserPage {
  on(event: "request", listener: (request: { url(): string }) => void): void;
  on(event: "pageerror", listener: (error: Error) => void): void;
  goto(url: string, options?: { waitUntil: "networkidle" }): Promise<unknown>;
  addScriptTag(script: { content: string }): Promise<unknown>;
  evaluate<T>(expression: string): Promise<T>;
  click(selector: string): Promise<void>;
  fill(selector: string, text: string): Promise<void>;
  textContent(selector: string): Promise<string | null>;
  screenshot(options: { path: string; fullPage?: boolean }): Promise<unknown>;
  close(): Promise<void>;
}
export interface View {
  readonly colorScheme: "light" | "dark";
  readonly viewport: { readonly width: number; readonly height: number };
}
export interface Browser {
  newPage(view: View): Promise<BrowserPage>;
  close(): Promise<void>;
}
interface Playwright {
  readonly chromium: { launch(options: { executablePath: string; args: readonly string[] }): Promise<Browser> };
}

/** @throws Unavailable when there is no Chromium, or playwright-core does not install */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = await findChromium();
  const { chromium } = (
    (await importFrom(await installTool("playwright"), "playwright-core")) as { default: Playwright }
  ).default;
  return chromium.launch({ executablePath, args: FLAGS });
}

/** Returns what axe finds on a page: each rule that is broken, with the places. */
export async function violationsOf(page: BrowserPage): Promise<string[]> {
  const require = createRequire(join(await installTool("axe"), "package.json"));
  await page.addScriptTag({ content: await readFile(require.resolve("axe-core/axe.min.js"), "utf8") });
  return page.evaluate<string[]>(`axe.run().then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ": " + target.join(" "))))`);
}
