import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { bundleSizes } from "./bench/bundle-size.js";
import { download, run } from "./process/run.js";
import { inTemporaryFolder } from "./process/temporary-folder.js";
import { NOTICES } from "./release/notices.js";
import { brokenLinks, missingNotices, type PackedFiles } from "./release/packed-problems.js";

/**
 * Packs the library and the vectors, checks the tarballs as they are published, and runs the example of README.md
 * with the installed tarballs.
 */

const VECTORS = "generated/vectors";

const { engines, exports, version } = JSON.parse(await readFile("package.json", "utf8"));
const oldest = /^>=(\d+\.\d+\.\d+)$/.exec(engines.node)?.[1];
if (!oldest) throw new Error('package.json: "engines" must have the form ">=1.2.3"');

try {
  await inTemporaryFolder(checkPackages);
  await checkSizes();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

async function checkPackages(folder: string): Promise<void> {
  const library = await pack(".", folder);
  const vectors = await pack(VECTORS, folder);
  await step(`the version of the vectors is ${version}`, async () => {
    if (vectors.version !== version) throw new Error(`it is ${vectors.version}; run "npm run generate"`);
  });
  for (const { name, tarball } of [library, vectors]) {
    await step(`publint accepts ${name}`, () => run("npx", ["publint", "run", "--strict", tarball]));
  }
  await step(`dist/${NOTICES} has the license of each bundled package`, async () =>
    none(missingNotices(library.files)),
  );
  for (const { name, files } of [library, vectors]) {
    await step(`documents of ${name} link to files that it has`, async () => none(brokenLinks(files)));
  }
  // The profile leaves out the module resolution of TypeScript before 4.7, which does not support "exports".
  await step("attw finds no wrong types", () =>
    run("npx", ["attw", library.tarball, "--profile", "node16", "--no-color"]),
  );

  await writeFile(join(folder, "package.json"), '{ "private": true }');
  await download("npm", ["install", "--no-audit", "--no-fund", library.tarball, vectors.tarball], { cwd: folder });
  await checkExample(folder);
  await step("every entry can be imported", async () => {
    const entries = Object.entries(exports).flatMap(([path, target]) => (typeof target === "object" ? [path] : []));
    const imports = entries.map((path) => `await import(${JSON.stringify(join("livekit-claims", path))});`);
    await run(process.execPath, ["--input-type=module", "-e", imports.join("\n")], { cwd: folder });
  });
  await step("the installed program mints and verifies", async () => {
    await run("npx", ["livekit-claims", "--version"], { cwd: folder });
    const env = "LIVEKIT_API_KEY=devkey LIVEKIT_API_SECRET=secret-of-at-least-32-characters";
    const line = `${env} npx livekit-claims mint --join --room stage --identity alice | ${env} npx livekit-claims verify`;
    if (JSON.parse(await run("sh", ["-c", line], { cwd: folder })).sub !== "alice") {
      throw new Error("verify printed the claims of another token");
    }
  });
  await step("the vectors can be loaded by name", async () => {
    const code = 'console.log(require("livekit-claims-vectors/time.json").tests.length > 0)';
    if ((await run(process.execPath, ["-e", code], { cwd: folder })) !== "true\n")
      throw new Error("time.json has no tests");
  });
}

interface Packed {
  readonly name: string;
  readonly version: string;
  readonly tarball: string;
  readonly files: PackedFiles;
}

async function pack(package_: string, folder: string): Promise<Packed> {
  // Needs a path, since npm takes "a/b" for a GitHub repository.
  const args = ["pack", `./${package_}`, "--json", "--ignore-scripts", "--pack-destination", folder];
  const [{ name, version, filename, files }] = JSON.parse(await run("npm", args));
  const texts = (files as readonly { readonly path: string }[]).map(async ({ path }) => {
    return [path, await readFile(join(package_, path), "utf8")] as const;
  });
  return { name, version, tarball: join(folder, filename), files: new Map(await Promise.all(texts)) };
}

function none(problems: readonly string[]): void {
  if (problems.length > 0) throw new Error(problems.join("\n"));
}

async function checkExample(folder: string): Promise<void> {
  await writeFile(join(folder, "example.mjs"), await readExample());
  const expected = "alice my-room true\n";
  const npxArgs = ["--yes", `--package=node@${oldest}`, "--", "node", "example.mjs"];
  const runs = {
    [`Node ${process.versions.node}`]: () => run(process.execPath, ["example.mjs"], { cwd: folder }),
    [`Node ${oldest}`]: () => download("npx", npxArgs, { cwd: folder }),
  };
  for (const [name, runExample] of Object.entries(runs)) {
    await step(`the example of README.md runs on ${name}`, async () => {
      const output = await runExample();
      if (output !== expected)
        throw new Error(`it printed ${JSON.stringify(output)} instead of ${JSON.stringify(expected)}`);
    });
  }
}

async function readExample(): Promise<string> {
  const example = /```ts\n(import [\s\S]*?)```/.exec(await readFile("README.md", "utf8"))?.[1];
  if (!example) throw new Error("README.md must have a block of TypeScript that starts with an import");
  return example;
}

async function checkSizes(): Promise<void> {
  for (const { what, platform, gzip, budget } of await bundleSizes(process.cwd())) {
    if (budget === undefined) continue;
    await step(`${what} for ${platform}: ${gzip} bytes (budget: ${budget})`, async () => {
      if (gzip > budget) throw new Error("the bundle is larger than its budget; make it smaller");
    });
  }
}

async function step(name: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw new Error(`failed: ${name}\n${(error as Error).message}`);
  }
  console.log(`ok: ${name}`);
}
