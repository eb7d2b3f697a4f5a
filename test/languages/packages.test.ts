import { mkdir, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { type PackageUsage, packagesPage, readUsages } from "../../scripts/languages/packages-page.js";
import { buildPackages, type PackageId, writePackages } from "../../scripts/packages/build.js";
import { readRelease } from "../../scripts/packages/release.js";
import { cacheFolder } from "../../scripts/process/cache-folder.js";
import { retry } from "../../scripts/process/retry.js";
import { run, withoutRetries } from "../../scripts/process/run.js";
import { inTemporaryFolder } from "../../scripts/process/temporary-folder.js";
import { isMissing } from "./missing-languages.js";
import { type Block, blocksOf } from "./page-blocks.js";

const { words } = readRelease();
const usages = readUsages(words);
const blocks = blocksOf(packagesPage(usages, words));
const under = (heading: string): Block[] => blocks.filter((block) => block.heading === heading);

for (const usage of usages) {
  describe.skipIf(await isMissing(usage))(`the package for ${usage.title}`, () => {
    it("is installed in an empty project, and read as its page says", async () => {
      const blocks = under(usage.title);
      const commands = blocks.filter(({ info }) => info === "sh").map(({ text }) => text);
      const prints = blocks.find(({ info }) => info === "text")?.text;
      const printed = retry(() =>
        inTemporaryFolder(async (folder) => {
          await writePackages(folder, await buildPackages([usage.id as PackageId]));
          for (const { file, text } of blocks) if (file !== undefined) await writeInto(folder, file, text);
          for (const each of commands.slice(0, -1)) await shell(usage, each, folder);
          return shell(usage, commands.at(-1) ?? "", folder);
        }),
      );
      expect(await printed).toBe(prints);
    });
  });
}

describe("the archive", () => {
  it("holds the files that its digests say", () =>
    inTemporaryFolder(async (folder) => {
      await writePackages(folder, await buildPackages(["archive"]));
      const [commands] = under("Everyone else");
      const printed = await run("sh", ["-e", "-c", commands?.text ?? ""], { cwd: folder });
      const bundles = await readdir(new URL("../../generated/bundles/", import.meta.url));
      for (const name of bundles) expect(printed).toContain(`bundles/${name}: OK\n`);
    }));
});

async function writeInto(folder: string, file: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, file)), { recursive: true });
  await writeFile(join(folder, file), text);
}

function shell({ id, env }: PackageUsage, commands: string, folder: string): Promise<string> {
  const cache = join(cacheFolder(), "languages", "packages", id);
  const fill = (text: string): string => text.replaceAll("{work}", folder).replaceAll("{cache}", cache);
  const variables = Object.entries(env).map(([name, value]) => [name, fill(value)] as const);
  return run("sh", ["-e", "-c", commands], {
    cwd: folder,
    env: withoutRetries({ ...process.env, ...Object.fromEntries(variables) }),
  });
}
