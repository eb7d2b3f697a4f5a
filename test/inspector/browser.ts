import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, type TestContext } from "vitest";
import { PAGE } from "../../scripts/inspector/build-page.js";
import { findChromium } from "../../scripts/runtimes/drivers/chromium.js";
import { importFrom, installTool } from "../../scripts/runtimes/install.js";
import { skipIfUnavailable } from "../../scripts/runtimes/unavailable.js";
import { servePage } from "../../src/cli/terminal/serve-page.js";
import { NOW } from "../support/tokens.js";

/** The parts of playwright-core that are used here. */
export interface Browser {
  newContext(options?: object): Promise<Context>;
  close(): Promise<void>;
}
interface Context {
  newPage(): Promise<Page>;
  close(): Promise<void>;
}
export interface Page {
  on(event: "pageerror", listener: (error: Error) => void): void;
  on(event: "request", listener: (request: { url(): string }) => void): void;
  goto(url: string): Promise<unknown>;
  url(): string;
  // The functions run in the page, whose types are not those of the tests.
  evaluate<T>(script: string): Promise<T>;
  fill(selector: string, text: string): Promise<void>;
  click(selector: string): Promise<void>;
  check(selector: string): Promise<void>;
  uncheck(selector: string): Promise<void>;
  focus(selector: string): Promise<void>;
  hover(selector: string): Promise<void>;
  selectOption(selector: string, value: string): Promise<unknown>;
  textContent(selector: string): Promise<string | null>;
  inputValue(selector: string): Promise<string>;
  isVisible(selector: string): Promise<boolean>;
  isChecked(selector: string): Promise<boolean>;
  waitForSelector(selector: string, options?: { state?: "attached" | "hidden"; timeout?: number }): Promise<unknown>;
  readonly keyboard: { press(key: string): Promise<void>; type(text: string): Promise<void> };
  context(): Context;
  workers(): Worker[];
}
export interface Worker {
  evaluate(script: string): Promise<unknown>;
}

/** The moment at which the tokens of the tests are valid, as a server's header Date. */
export const AT = new Date(NOW * 1000).toUTCString();

export interface PageOptions {
  readonly fragment?: string;
  readonly colorScheme?: "light" | "dark";
  readonly width?: number;
}

/** A page of the inspector, and what happened in it. */
export interface Inspector {
  readonly page: Page;
  readonly errors: readonly string[];
  /** The addresses that the page asked for after it was loaded, but for those within it. */
  readonly requests: readonly string[];
}

/**
 * Returns a function that opens the page, served as the command serves it, and closes it after `use`. A test without a
 * browser is skipped.
 */
export function inspectorSuite(): (
  context: TestContext,
  use: (inspector: Inspector) => Promise<void>,
  options?: PageOptions,
) => Promise<void> {
  let browser: Promise<Browser> | undefined;
  let url = "";
  let end: () => void;

  beforeAll(async () => {
    const html = await readFile(PAGE, "utf8");
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? "";
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    await new Promise<void>((resolve, reject) => {
      const started = (address: string): void => {
        url = address;
        resolve();
      };
      servePage({ html, policy, port: 0, started }, ended).catch(reject);
    });
  });
  afterAll(async () => {
    end();
    await (await browser?.catch(() => undefined))?.close();
  });

  return ({ skip }, use, { fragment = "", colorScheme = "light", width = 1280 } = {}) =>
    skipIfUnavailable(skip, async () => {
      browser ??= launch();
      const context = await (await browser).newContext({ colorScheme, viewport: { width, height: 900 } });
      try {
        const page = await context.newPage();
        const errors: string[] = [];
        const requests: string[] = [];
        page.on("pageerror", ({ message }) => errors.push(message));
        await page.goto(url + fragment);
        page.on("request", (request) => {
          if (!/^(?:blob|data):/.test(request.url())) requests.push(request.url());
        });
        await use({ page, errors, requests });
      } finally {
        await context.close();
      }
    });
}

async function launch(): Promise<Browser> {
  const executablePath = await findChromium();
  const playwright = (await importFrom(await installTool("playwright"), "playwright-core")) as {
    default: { chromium: { launch(options: object): Promise<Browser> } };
  };
  const args = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"];
  return playwright.default.chromium.launch({ executablePath, args, timeout: 120_000 });
}

/** Waits for what the page says of a text, and returns the verdict. */
export async function inspect(page: Page, text: string, at: string = AT): Promise<string> {
  await setClock(page, at);
  await page.fill("#text", text);
  await settled(page);
  return (await page.textContent("#verdict")) ?? "";
}

/** Sets the server's clock, also while its field is not shown; the next text is judged by it. */
export async function setClock(page: Page, at: string): Promise<void> {
  await page.evaluate(`document.getElementById("now").value = ${JSON.stringify(at)}; undefined`);
}

/** Pastes a text into the box, in which the browser would not get far with a long one. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate(`const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", ${JSON.stringify(text)});
    document.getElementById("text").dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    undefined`);
}

/** Waits until the verdict is that of the last question. */
export async function settled(page: Page): Promise<void> {
  await until(page, `document.querySelector("#result:not([hidden])[aria-busy=false]") !== null`);
}

/** Waits for a condition in the page, whose policy forbids to evaluate it by waitForFunction. */
export async function until(page: Page, condition: string): Promise<void> {
  await page.evaluate(`new Promise((resolve) => {
    const look = () => { if (${condition}) resolve(); else setTimeout(look, 20); };
    look();
  })`);
}

/** Returns the texts of elements. */
export async function texts(page: Page, selector: string): Promise<string[]> {
  return page.evaluate<string[]>(
    `Array.from(document.querySelectorAll(${JSON.stringify(selector)}), (element) => element.textContent)`,
  );
}

/** Returns what axe finds in the page, as lines. */
export async function axeViolations(page: Page): Promise<string[]> {
  const source = await readFile(join(await installTool("axe"), "node_modules/axe-core/axe.min.js"), "utf8");
  await page.evaluate(`${source}; undefined`);
  return page.evaluate<string[]>(
    `axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html, any }) => id + ": " + html + " " + any.map(({ message }) => message).join())))`,
  );
}
