import { mkdir, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { bareEnvironment } from "../../scripts/process/bare-environment.js";
import { execute } from "../../scripts/process/execute.js";
import { run } from "../../scripts/process/run.js";
import { CACHE } from "../../scripts/runtimes/cache.js";
import { installOnce } from "../../scripts/runtimes/install.js";
import { type Block, blocksOf, outputPattern, promisesOf, setupOf } from "./markdown-blocks.js";

/** A Markdown page whose blocks are run. */
export interface Page {
  /** Its path in the repository. */
  readonly name: string;
  readonly markdown: string;
}

/** The environment variables that `fromEnv` reads. */
const KEYS = { LIVEKIT_API_KEY: "devkey", LIVEKIT_API_SECRET: "secret-of-at-least-32-characters" };

const CONFIG = {
  compilerOptions: {
    target: "es2022",
    lib: ["es2022", "dom"],
    types: [],
    module: "nodenext",
    rootDir: ".",
    outDir: "out",
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    // Types of a package that a block sets up are its own affair.
    skipLibCheck: true,
  },
};

/**
 * Tests the blocks of pages in a project that has the packed package installed. TypeScript compiles under strict options,
 * and prints what its comments say. The shell commands of a page run in one shell, as in a terminal; a block of text after
 * them is what they print.
 *
 * @param work the folder from which `livekit-claims` resolves to the packed package
 * @param versions the versions of packages that blocks name as their setup
 * @param isRun whether a block of shell commands is run here
 */
export function testBlocks(
  pages: readonly Page[],
  work: string,
  versions: Readonly<Record<string, string>>,
  isRun = (_: Block): boolean => true,
): void {
  const app = join(work, "blocks");
  const all = pages.map(({ name, markdown }) => ({ name, blocks: blocksOf(markdown) }));
  const fileOf = (page: string, blocks: readonly Block[], block: Block): string =>
    join(page.replace(/\.md$/, ""), `block-${blocks.indexOf(block)}`);
  const inLanguage = (language: string) =>
    all.flatMap(({ name, blocks }) =>
      blocks
        .filter((block) => block.language === language)
        .map((block) => ({ ...block, page: name, file: fileOf(name, blocks, block) })),
    );
  const programs = inLanguage("ts");

  beforeAll(async () => {
    await mkdir(app, { recursive: true });
    await writeFile(join(app, "package.json"), '{ "private": true, "type": "module" }\n');
    await writeFile(join(app, "tsconfig.json"), JSON.stringify(CONFIG));
    for (const { name } of all) await mkdir(join(app, name.replace(/\.md$/, "")), { recursive: true });
    for (const { file, code } of programs) await writeFile(join(app, `${file}.ts`), code);
    await installSetup(app, [...new Set(programs.flatMap(({ code }) => setupOf(code)))], versions);
    const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
    // Throws with the compiler's diagnostics.
    if (programs.length > 0) await run(process.execPath, [tsc, "--project", app], { cwd: app });
  });

  it("have languages that are tested here", () => {
    const known = new Set(["sh", "ts", "text"]);
    expect(all.flatMap(({ blocks }) => blocks).filter(({ language }) => !known.has(language))).toEqual([]);
  });

  describe("TypeScript", () => {
    it.for(programs)("compiles, and runs with the output and errors of its comments: $page, $place", async (block) => {
      const { output, error } = promisesOf(block.code);
      const ended = await execute(process.execPath, [join("out", `${block.file}.js`)], {
        cwd: app,
        env: bareEnvironment(KEYS),
      });
      expect(ended.stdout).toMatch(output);
      if (error) expect(ended.stderr).toMatch(error);
      else expect({ code: ended.code, stderr: ended.stderr }).toEqual({ code: 0, stderr: "" });
    });
  });

  describe("shell commands", () => {
    const shells = all
      .map(({ name, blocks }) => ({ name, commands: commandsOf(blocks).filter(({ block }) => isRun(block)) }))
      .filter(({ commands }) => commands.length > 0);

    it.for(shells)("run, and print the text below them: $name", async ({ name, commands }) => {
      // Commands that refuse a token end with 1: where the output is compared, it says enough.
      const script = commands
        .map(({ block, output }) => `set ${output === undefined ? "-e" : "+e"}\n${block.code}echo "${MARK}"\n`)
        .join("");
      const packed = script.replace(/^npm install livekit-claims$/gm, `npm install --no-audit "${dirname(work)}.tgz"`);
      const cwd = join(app, name.replace(/\.md$/, ""));
      const printed = (await run("sh", ["-c", packed], { cwd, env: bareEnvironment() })).split(`${MARK}\n`);
      for (const [index, { output }] of commands.entries()) {
        if (output !== undefined) expect(printed[index]).toMatch(outputPattern(output));
      }
    });
  });
}

/** Separates the output of blocks. */
const MARK = "=== end of a block ===";

/** Returns the blocks of shell commands, each with the text that it prints. */
function commandsOf(blocks: readonly Block[]): { readonly block: Block; readonly output: string | undefined }[] {
  for (const [index, { language, place }] of blocks.entries()) {
    const before = blocks[index - 1]?.language;
    if (language === "text" && before !== "sh") throw new Error(`the text at ${place} follows no shell commands`);
  }
  return blocks.flatMap((block, index) => {
    const next = blocks[index + 1];
    const output = next?.language === "text" ? next.code : undefined;
    return block.language === "sh" ? [{ block, output }] : [];
  });
}

/** Installs what blocks name as their setup, once for all runs. */
async function installSetup(
  app: string,
  names: readonly string[],
  versions: Readonly<Record<string, string>>,
): Promise<void> {
  if (names.length === 0) return;
  const packages = names.map((name) => `${name}@${versions[name] ?? "latest"}`);
  const installed = join(CACHE, `setup-${packages.join("-").replace(/[^\w.@-]/g, "_")}`);
  await installOnce(installed, packages);
  await symlink(join(installed, "node_modules"), join(app, "node_modules"));
}
