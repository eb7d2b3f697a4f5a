import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { bundleSizes } from "./bench/bundle-size.js";
import { download, run } from "./process/run.js";
import { inTemporaryFolder } from "./process/temporary-folder.js";

/** Packs the package, checks the tarball as a stranger would get it, and runs the README's example from it. */

const { engines, exports } = JSON.parse(await readFile("package.json", "utf8"));
const oldest = /^>=(\d+\.\d+\.\d+)$/.exec(engines.node)?.[1];
if (!oldest) throw new Error('package.json: "engines" must have the form ">=1.2.3"');

try {
  await inTemporaryFolder(checkPackage);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

async function checkPackage(folder: string): Promise<void> {
  const pack = ["pack", "--json", "--ignore-scripts", "--pack-destination", folder];
  const [{ filename }] = JSON.parse(await run("npm", pack));
  const tarball = join(folder, filename);
  await step("publint", () => run("npx", ["publint", "run", "--strict", tarball]));
  // ESM only, as its README says: a CommonJS reader needs a Node that can require() ESM.
  await step("are the types wrong", () => run("npx", ["attw", tarball, "--profile", "esm-only", "--no-color"]));

  await writeFile(join(folder, "package.json"), '{ "private": true }');
  await download("npm", ["install", "--no-audit", "--no-fund", tarball], { cwd: folder });
  await writeFile(join(folder, "example.mjs"), await readmeExample());
  const expected = "alice my-room true\n";
  for (const [name, command] of [
    [`Node ${process.versions.node}`, [process.execPath]],
    [`Node ${oldest}`, ["npx", "--yes", `--package=node@${oldest}`, "--", "node"]],
  ] as const) {
    await step(`the README's example on ${name}`, async () => {
      const [program, ...args] = command;
      const output = await run(program, [...args, "example.mjs"], { cwd: folder });
      if (output !== expected) throw new Error(`it printed ${JSON.stringify(output)}, not ${JSON.stringify(expected)}`);
    });
  }
  await step("every entry can be imported", async () => {
    const entries = Object.entries(exports).flatMap(([path, target]) => (typeof target === "object" ? [path] : []));
    const imports = entries.map((path) => `await import(${JSON.stringify(join("livekit-claims", path))});`);
    await run(process.execPath, ["--input-type=module", "-e", imports.join("\n")], { cwd: folder });
  });
  await step("the installed program mints and verifies", async () => {
    await run("npx", ["livekit-claims", "--version"], { cwd: folder });
    const env = "LIVEKIT_API_KEY=devkey LIVEKIT_API_SECRET=secret-of-at-least-32-characters";
    const line = `${env} npx livekit-claims mint --join --room stage --identity alice | ${env} npx livekit-claims verify`;
    if (JSON.parse(await run("sh", ["-c", line], { cwd: folder })).sub !== "alice")
      throw new Error("it verified another token");
  });
  for (const { what, platform, gzip, budget } of await bundleSizes()) {
    if (budget === undefined) continue;
    await step(`${what} for ${platform} has ${gzip} bytes of at most ${budget}`, async () => {
      if (gzip > budget) throw new Error("it is over its budget");
    });
  }
}

async function readmeExample(): Promise<string> {
  const example = /```ts\n(import [\s\S]*?)```/.exec(await readFile("README.md", "utf8"))?.[1];
  if (!example) throw new Error("README.md has no example that starts with an import");
  return example;
}

async function step(name: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw new Error(`failed: ${name}\n${(error as Error).message}`);
  }
  console.log(`ok: ${name}`);
}
