import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { bareEnvironment } from "../../scripts/process/bare-environment.js";
import { execute } from "../../scripts/process/execute.js";
import { run } from "../../scripts/process/run.js";
import { ROOT } from "../support/copies.js";
import { type Block, blocksOf, promisesOf } from "./blocks.js";

/** The environment variables of the block of shell commands, which `fromEnv` reads. */
const KEYS = { LIVEKIT_API_KEY: "devkey", LIVEKIT_API_SECRET: "secret-of-at-least-32-characters" };

const { scripts } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8"));
const readme = await readFile(join(ROOT, "README.md"), "utf8");
const blocks = blocksOf(readme);
const inLanguage = (language: string): Block[] => blocks.filter((block) => block.language === language);

/** An app that has the package installed, with a file for each block. */
const app = join(inject("work"), "readme");
const fileOf = (block: Block): string => `block-${blocks.indexOf(block)}`;

const CONFIG = {
  compilerOptions: {
    target: "es2022",
    lib: ["es2022", "dom"],
    types: [],
    module: "nodenext",
    outDir: "out",
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
  },
};

beforeAll(async () => {
  await mkdir(app, { recursive: true });
  await writeFile(join(app, "package.json"), '{ "private": true, "type": "module" }\n');
  await writeFile(join(app, "tsconfig.json"), JSON.stringify(CONFIG));
  for (const block of inLanguage("ts")) await writeFile(join(app, `${fileOf(block)}.ts`), block.code);
});

it("has only blocks in languages that are tested here", () => {
  expect(new Set(blocks.map(({ language }) => language))).toEqual(new Set(["sh", "ts"]));
});

describe("the TypeScript of README.md, in a project with the tarball", () => {
  beforeAll(async () => {
    const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
    // Throws with the compiler's diagnostics.
    await run(process.execPath, [tsc, "--project", app], { cwd: app });
  });

  it.for(inLanguage("ts"))("compiles, and runs with the output and errors of its comments: $place", async (block) => {
    const { output, error } = promisesOf(block.code);
    const ended = await execute(process.execPath, [join("out", `${fileOf(block)}.js`)], {
      cwd: app,
      env: bareEnvironment(KEYS),
    });
    expect(ended.stdout).toMatch(output);
    if (error) expect(ended.stderr).toMatch(error);
    else expect({ code: ended.code, stderr: ended.stderr }).toEqual({ code: 0, stderr: "" });
  });
});

describe("the shell commands of README.md", () => {
  const commands = inLanguage("sh").filter(({ code }) => code.includes("npx livekit-claims"));

  it.for(commands)("run in a project with the tarball: $place", async ({ code }) => {
    await run("sh", ["-e", "-c", code], { cwd: app, env: bareEnvironment() });
  });

  it("call scripts that package.json has", () => {
    const named = [...readme.matchAll(/npm run (?:--silent )?([\w-]+(?::[\w-]+)*)/g)].map(([, name = ""]) => name);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });

  it("run the demonstration without an error", async () => {
    expect(inLanguage("sh")[0]?.code).toContain("npm run demo");
    await run("npm", ["run", "--silent", "demo"], { cwd: ROOT });
  });
});
