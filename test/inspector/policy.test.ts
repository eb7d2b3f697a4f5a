import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { expect, it } from "vitest";
import { gzippedSize, PAGE, PAGE_BUDGET } from "../../scripts/inspector/build-page.js";
import { fromFragment } from "../../src/report/permalink.js";
import { ROOT } from "../support/copies.js";
import { forge, KEY, payload, SECRET } from "../support/tokens.js";
import { inspect, inspectorSuite, settled, texts } from "./browser.js";

const withInspector = inspectorSuite();
const TOKEN = forge(payload({ sub: "alice", metadata: "hunter2" }));

const hashOf = (text = ""): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

it("the page is one file of its budget, whose policy allows its own script and style alone", async () => {
  const html = await readFile(`${ROOT}/${PAGE}`, "utf8");
  expect(gzippedSize(html)).toBeLessThanOrEqual(PAGE_BUDGET);
  const policy = /Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1];
  expect(policy?.split("; ")).toEqual([
    "default-src 'none'",
    "connect-src 'none'",
    `script-src ${hashOf(/<script>(.*)<\/script>/s.exec(html)?.[1])}`,
    `style-src ${hashOf(/<style>(.*)<\/style>/s.exec(html)?.[1])}`,
    "img-src data:",
    "worker-src blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ]);
  expect(html).not.toMatch(/ (?:src|style|on\w+)=/);
});

it("no request leaves the page, and nothing is stored, whatever is done", async (test) => {
  await withInspector(test, async ({ page, requests, errors }) => {
    await inspect(page, TOKEN);
    await page.fill("#api-key", KEY);
    await page.fill("#secret", SECRET);
    await page.click("#take");
    await page.click("#mint");
    await page.waitForSelector("#minted textarea");
    await page.check('[name="share"][value="text"]');
    const stored = await page.evaluate(
      `indexedDB.databases().then((databases) => [localStorage.length, sessionStorage.length, document.cookie, databases.length])`,
    );
    expect(stored).toEqual([0, 0, "", 0]);
    expect({ requests, errors }).toEqual({ requests: [], errors: [] });
  });
});

const BLOCKED: readonly (readonly [what: string, script: string, directive: string])[] = [
  ["a request", "fetch(location.href)", "connect-src"],
  ["a beacon", 'navigator.sendBeacon(location.href, "x")', "connect-src"],
  ["a socket", 'new WebSocket(location.href.replace("http", "ws"))', "connect-src"],
  ["a stream of events", "new EventSource(location.href)", "connect-src"],
  ["an image", 'new Image().src = location.origin + "/x"', "img-src"],
  ["a style", `document.body.setAttribute("style", "background: url(/x)")`, "style-src-attr"],
  ["a frame", 'document.body.append(Object.assign(document.createElement("iframe"), { src: "/x" }))', "frame-src"],
  [
    "a script",
    'document.body.append(Object.assign(document.createElement("script"), { src: "/x" }))',
    "script-src-elem",
  ],
  [
    "a form",
    'document.body.append(Object.assign(document.createElement("form"), { action: "/x" })); document.forms[0].submit()',
    "form-action",
  ],
];

it.for(BLOCKED)("the policy blocks %s", async ([, script, directive], test) => {
  // As a script in the page would try it, were there a hole in the page.
  const blocked = `new Promise((resolve) => {
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => resolve(effectiveDirective));
    try { ${script} } catch {}
  })`;
  await withInspector(test, async ({ page }) => {
    expect(await page.evaluate(blocked)).toBe(directive);
  });
});

it("the worker inherits the policy", async (test) => {
  await withInspector(test, async ({ page, requests }) => {
    const answer = await page.evaluate(`new Promise((resolve) => {
      const source = "fetch('" + location.href + "').then(() => postMessage('sent'), () => postMessage('blocked'))";
      const worker = new Worker(URL.createObjectURL(new Blob([source])));
      worker.onmessage = ({ data }) => resolve(data);
    })`);
    expect({ answer, requests }).toEqual({ answer: "blocked", requests: [] });
  });
});

it("a link holds what was chosen, in its fragment, and brings it back", async (test) => {
  let link = "";
  const linkWith = async (choose: string[]): Promise<void> => {
    await withInspector(test, async ({ page }) => {
      await page.fill("#secret", SECRET);
      await inspect(page, TOKEN);
      for (const each of choose) await page.check(each);
      link = await page.inputValue("#link");
    });
  };
  await linkWith([]);
  expect(link).not.toContain("#");
  await linkWith(['[value="claims"]']);
  expect(JSON.parse(fromFragment(new URL(link).hash).text)).toMatchObject({ sub: "alice" });
  expect(link).not.toContain(TOKEN.split(".")[2]);
  await linkWith(['[value="text"]', "#share-now"]);
  expect(link).not.toContain(SECRET);
  const { hash, search } = new URL(link);
  expect([search, fromFragment(hash).text]).toEqual(["", TOKEN]);
  await withInspector(
    test,
    async ({ page, requests }) => {
      await settled(page);
      expect(await page.inputValue("#text")).toBe(TOKEN);
      expect(await texts(page, "#claims .row")).toContain('sub: "alice"');
      // It does not stay in the address.
      expect(page.url()).not.toContain("#");
      expect(requests).toEqual([]);
    },
    { fragment: hash },
  );
});

it("inspect --web serves the page until it is interrupted, and no server gets the token", async (test) => {
  const program = spawn(process.execPath, [`${ROOT}/dist/cli.cjs`, "inspect", "--web", TOKEN], { stdio: "pipe" });
  try {
    const url = await firstLine(program);
    const answer = await fetch(url);
    expect(await answer.text()).toBe(await readFile(`${ROOT}/${PAGE}`, "utf8"));
    expect(answer.headers.get("content-security-policy")).toContain("connect-src 'none'");
    await withInspector(test, async ({ page }) => {
      const asked: string[] = [];
      page.on("request", (request) => asked.push(request.url()));
      await page.goto(url);
      await settled(page);
      expect(await page.inputValue("#text")).toBe(TOKEN);
      expect(asked.filter((each) => each.startsWith("http")).map((each) => each.replace(/#.*/, ""))).toEqual([
        url.replace(/#.*/, ""),
      ]);
    });
    const ended = new Promise((resolve) => program.once("exit", resolve));
    program.kill("SIGINT");
    expect(await ended).toBe(0);
  } finally {
    program.kill();
  }
});

async function firstLine({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error("no output");
  for await (const line of createInterface({ input: stdout })) return line;
  throw new Error("the program printed nothing");
}
