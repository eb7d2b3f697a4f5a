import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { run } from "../../scripts/process/run.js";
import { ROOT } from "../support/copies.js";
import { blocksOf } from "../support/markdown-blocks.js";
import { testBlocks } from "../support/run-blocks.js";

const { scripts } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8"));
const readme = await readFile(join(ROOT, "README.md"), "utf8");
const shell = blocksOf(readme).filter(({ language }) => language === "sh");

describe("the blocks of README.md", () => {
  testBlocks([{ name: "README.md", markdown: readme }], inject("work"), {}, ({ code }) =>
    code.includes("npx livekit-claims"),
  );
});

describe("the scripts that README.md names", () => {
  it("are in package.json", () => {
    const named = [...readme.matchAll(/npm run (?:--silent )?([\w-]+(?::[\w-]+)*)/g)].map(([, name = ""]) => name);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });

  it("run the demonstration without an error", async () => {
    expect(shell[0]?.code).toContain("npm run demo");
    await run("npm", ["run", "--silent", "demo"], { cwd: ROOT });
  });
});
