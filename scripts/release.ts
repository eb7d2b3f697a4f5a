import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { parseChangelog } from "./changelog/form.js";
import { run } from "./process/run.js";
import { inTemporaryFolder } from "./process/temporary-folder.js";
import { copyCheckout } from "./release/copy-checkout.js";
import { nextRelease } from "./release/next-release.js";
import { readReleaseInput } from "./release/read-release-input.js";
import { toDo } from "./release/to-do.js";

const USAGE = `npm run release -- --dry-run [VERSION]
  Does everything that a release does but publish it, in a temporary copy of this checkout: sets the version, dates
  CHANGELOG.md, writes and keeps the bundles, builds all files of the release and the site, and runs README.md with the
  packed package in an empty project. Prints what is left for a person to do.
  VERSION  default: the lowest version that the changes allow`;

const root = fileURLToPath(new URL("../", import.meta.url));

const wanted = readOptions();
try {
  await inTemporaryFolder((folder) => dryRun(folder, wanted));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

async function dryRun(folder: string, wanted: string | undefined): Promise<void> {
  const input = await readReleaseInput(root);
  const version = wanted ?? nextRelease(input);
  const npm = (...args: string[]) => run("npm", args, { cwd: folder });
  console.log(`A dry run of the release ${version}`);
  await step("copies the checkout", () => copyCheckout(root, folder));
  await step(`npm version ${version}`, () => npm("version", version, "--allow-same-version"));
  await step("the version, its bundles and its change log may be published", () =>
    npm("run", "--silent", "schema:release", "--", "--publish"),
  );
  await step("npm run release:assets", () => npm("run", "--silent", "release:assets"));
  const assets = join(folder, "release");
  await step("the digests are those of the files", () => run("sha256sum", ["--check", "SHA256SUMS"], { cwd: assets }));
  const manifest = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  const base = `/${basename(manifest.repository.url, ".git")}/`;
  await step(`npm run docs, for the path ${base}`, () =>
    run("npm", ["run", "--silent", "docs"], { cwd: folder, env: { ...process.env, DOCS_BASE: base } }),
  );
  await step("README.md runs with the packed package in an empty project", () => {
    const env = { ...process.env, LIVEKIT_CLAIMS_TARBALL: join(assets, `livekit-claims-${version}.tgz`) };
    return run("npx", ["vitest", "run", "-c", "test/readme/vitest.config.ts"], { cwd: folder, env });
  });
  await printResult(folder, version);
  const steps = toDo(manifest, version, input.last === undefined).map((line, index) => `  ${index + 1}. ${line}`);
  console.log(
    `\nNothing was published, and this checkout is as it was. What a person has to do:\n\n${steps.join("\n")}`,
  );
}

async function printResult(folder: string, version: string): Promise<void> {
  const read = (path: string): Promise<string> => readFile(join(folder, path), "utf8");
  const { $id } = JSON.parse(await read("generated/bundles/claims.rules-mint.2020-12.json"));
  console.log(`\nThe bundle of claims to mint is ${$id}`);
  console.log(
    `\nThe commit and the tag:\n\n${await run("git", ["show", "--stat", "--format=%s (%D)", "HEAD"], { cwd: folder })}`,
  );
  const sections = parseChangelog(await read("CHANGELOG.md")).findRelease(version)?.changes ?? new Map();
  const counts = [...sections]
    .filter(([, lines]) => lines.length > 0)
    .map(([name, lines]) => `${lines.length} ${name}`);
  console.log(`CHANGELOG.md has an entry for ${version}: ${counts.join(", ") || "words"}`);
  console.log(`\nThe files of the release, with their SHA-256:\n\n${await read("release/SHA256SUMS")}`);
  const { components } = JSON.parse(await read(`release/livekit-claims-${version}.cdx.json`));
  const names = components.map(
    (each: Record<string, string>) => `${[each.group, each.name].filter(Boolean).join("/")} ${each.version}`,
  );
  console.log(`The SBOM lists ${names.join(", ")}`);
  const built = await readdir(join(folder, "docs", ".vitepress", "dist"), { recursive: true });
  console.log(`The site has ${built.filter((path) => path.endsWith(".html")).length} pages`);
}

async function step(name: string, work: () => Promise<unknown>): Promise<void> {
  const start = performance.now();
  try {
    await work();
  } catch (error) {
    throw new Error(`failed: ${name}\n${(error as Error).message}`);
  }
  console.log(`ok: ${name} (${((performance.now() - start) / 1000).toFixed(0)} s)`);
}

function readOptions(): string | undefined {
  try {
    const options = { "dry-run": { type: "boolean" } } as const;
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    if (values["dry-run"] && positionals.length <= 1) return positionals[0];
  } catch {
    // Unknown options.
  }
  console.error(USAGE);
  process.exit(2);
}
