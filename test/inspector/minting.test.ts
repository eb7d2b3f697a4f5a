import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it, type TestContext } from "vitest";
import { exists } from "../../scripts/process/exists.js";
import { download, run } from "../../scripts/process/run.js";
import { inTemporaryFolder } from "../../scripts/process/temporary-folder.js";
import { CACHE } from "../../scripts/runtimes/cache.js";
import { skipIfUnavailable, Unavailable } from "../../scripts/runtimes/unavailable.js";
import { type Claims, TokenVerifier } from "../../src/index.js";
import { ROOT } from "../support/copies.js";
import { forge, KEY, payload, SECRET } from "../support/tokens.js";
import { inspect, inspectorSuite, type Page, settled, texts } from "./browser.js";

const withInspector = inspectorSuite();

const box = (pointer: string): string => `[id="${pointer}"]`;

async function mint(page: Page): Promise<string> {
  await page.fill("#api-key", KEY);
  await page.fill("#secret", SECRET);
  await page.click("#mint");
  await page.waitForSelector("#minted > *");
  return page.inputValue("#minted textarea");
}

const verify = (token: string): Promise<Claims> => TokenVerifier.withApiKey(KEY, SECRET).verify(token);

it("boxes and fields make a token that verifies", async (test) => {
  await withInspector(test, async ({ page, errors }) => {
    await page.check(box("/video/roomJoin"));
    await page.uncheck(box("/video/canSubscribe"));
    await page.check(box("/video/canPublishSources=microphone"));
    await page.fill(box("/video/room"), "stage");
    await page.fill(box("/sub"), "alice");
    await page.fill(box("/attributes"), "seat=12\nside=a=b");
    await page.selectOption(box("/kind"), "agent");
    await page.click(box("/roomConfig"));
    await page.fill(box("/roomConfig/emptyTimeout"), "60");
    await page.click(box("/roomConfig/agents"));
    await page.click('button:has-text("Add to agents")');
    await page.fill(box("/roomConfig/agents/0/agentName"), "helper");
    await page.fill("#ttl", "1h30m");
    const claims = await verify(await mint(page));
    expect(claims).toMatchObject({
      sub: "alice",
      kind: "agent",
      attributes: { seat: "12", side: "a=b" },
      video: {
        roomJoin: true,
        room: "stage",
        canSubscribe: false,
        canPublish: true,
        canPublishSources: ["microphone"],
      },
      roomConfig: { emptyTimeout: 60, agents: [{ agentName: "helper" }] },
    });
    expect(claims.exp - claims.nbf).toBe(5400);
    expect(errors).toEqual([]);
  });
});

it("a member whose default follows another is shown as servers read it", async (test) => {
  await withInspector(test, async ({ page }) => {
    expect(await page.isChecked(box("/video/canPublishData"))).toBe(true);
    await page.uncheck(box("/video/canPublish"));
    expect(await page.isChecked(box("/video/canPublishData"))).toBe(false);
    await page.check(box("/video/canPublishData"));
    await page.check(box("/video/roomJoin"));
    expect(JSON.parse(await page.inputValue("#json"))).toEqual({
      video: { canPublish: false, canPublishData: true, roomJoin: true },
    });
  });
});

it("a token is taken, changed and inspected again", async (test) => {
  await withInspector(test, async ({ page }) => {
    await inspect(page, forge(payload({ sub: "alice", video: { roomJoin: true, room: "stage" } })));
    await page.click("#take");
    expect(await page.isChecked(box("/video/roomJoin"))).toBe(true);
    await page.fill(box("/sub"), "bob");
    await mint(page);
    await page.fill("#now", "");
    await page.click('button:has-text("Inspect it")');
    await settled(page);
    await page.waitForSelector('#claims .row:has-text("bob")');
    await page.waitForSelector("#signature.good");
    expect(await page.textContent("#verdict")).toContain("bob may join stage for ");
  });
});

it("what cannot be minted says why", async (test) => {
  await withInspector(test, async ({ page }) => {
    await page.click('summary:has-text("All claims as JSON")');
    await page.fill("#json", '{"video": {"rooomJoin": true}');
    expect(await page.textContent("#json-problem")).toContain("not a JSON object yet");
    await page.fill("#json", '{"video": {"rooomJoin": true}}');
    expect(await page.textContent("#json-problem")).toBe("");
    await page.fill("#api-key", KEY);
    await page.fill("#secret", SECRET);
    await page.click("#mint");
    await page.waitForSelector("#minted .bad");
    expect((await texts(page, "#minted > *")).join(" ")).toMatch(
      /INVALID_CLAIMS.*\/video\/rooomJoin.*did you mean "roomJoin"/,
    );
  });
});

/** How a program of each language is run with the environment of the key. */
const RUN: Readonly<Record<string, (program: string, folder: string) => Promise<string>>> = {
  TypeScript: async (program) => {
    return run(process.execPath, ["--input-type=module", "-e", program], { cwd: ROOT, env: ENV });
  },
  Python: async (program, folder) => {
    const packages = join(CACHE, "pyjwt-2.10.1");
    if (!(await exists(packages))) {
      await available(() =>
        download("python3", ["-m", "pip", "install", "--quiet", "--target", packages, "pyjwt==2.10.1"]),
      );
    }
    await writeFile(join(folder, "mint.py"), program);
    return run("python3", ["mint.py"], { cwd: folder, env: { ...ENV, PYTHONPATH: packages } });
  },
  Go: async (program, folder) => {
    const cwd = join(folder, "go");
    await mkdir(cwd);
    await writeFile(join(cwd, "main.go"), program);
    await writeFile(join(cwd, "go.mod"), "module mint\n\ngo 1.21\n");
    await available(() => download("go", ["get", "github.com/golang-jwt/jwt/v5@v5.3.0"], { cwd }));
    return run("go", ["run", "."], { cwd, env: ENV });
  },
};

const ENV = { ...process.env, LIVEKIT_API_KEY: KEY, LIVEKIT_API_SECRET: SECRET };

async function available(install: () => Promise<unknown>): Promise<void> {
  try {
    await install();
  } catch (error) {
    throw new Unavailable((error as Error).message);
  }
}

const withoutTimes = ({ exp, nbf, iat: _, ...claims }: Claims): unknown => ({ ...claims, lasts: exp - nbf });

it("the code mints the same in every language", async (test: TestContext) => {
  await withInspector(test, async ({ page }) => {
    await page.click('summary:has-text("All claims as JSON")');
    await page.fill(
      "#json",
      JSON.stringify({
        sub: 'a"l\\i\nce é \u2028 😀',
        metadata: "<&>",
        video: { roomJoin: true, room: "stage", canPublish: false },
        roomConfig: { emptyTimeout: 60, agents: [{ agentName: "helper" }] },
      }),
    );
    await page.fill("#ttl", "2h");
    const token = await mint(page);
    const expected = withoutTimes(await verify(token));
    const languages = await texts(page, "#minted summary");
    expect(languages).toEqual(Object.keys(RUN));
    const programs = await texts(page, "#minted pre");
    await inTemporaryFolder(async (folder) => {
      for (const [index, language] of languages.entries()) {
        await skipIfUnavailable(test.skip, async () => {
          const printed = (await RUN[language]?.(programs[index] ?? "", folder)) ?? "";
          expect([language, withoutTimes(await verify(printed.trim()))]).toEqual([language, expected]);
        });
      }
    });
  });
});
