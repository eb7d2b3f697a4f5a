import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundleSizes } from "./bench/bundle-size.js";

/** Packs the package, checks the tarball as a stranger would get it, and runs the README's example from it. */

const { engines, exports } = JSON.parse(await readFile("package.json", "utf8"));
const oldest = /^>=(\d+\.\d+\.\d+)$/.exec(engines.node)?.[1];
if (!oldest) throw new Error('package.json: "engines" must have the form ">=1.2.3"');

const folder = await mkdtemp(join(tmpdir(), "livekit-claims-"));
try {
  const [{ filename }] = JSON.parse(run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder]));
  const tarball = join(folder, filename);
  step("publint", () => run("npx", ["publint", "run", "--strict", tarball]));
  // ESM only, as its README says: a CommonJS reader needs a Node that can require() ESM.
  step("are the types wrong", () => run("npx", ["attw", tarball, "--profile", "esm-only", "--no-color"]));

  await writeFile(join(folder, "package.json"), '{ "private": true }');
  run("npm", ["install", "--no-audit", "--no-fund", tarball], folder);
  await writeFile(join(folder, "example.mjs"), await readmeExample());
  const expected = "alice my-room true\n";
  for (const [name, command] of [
    [`Node ${process.versions.node}`, [process.execPath]],
    [`Node ${oldest}`, ["npx", "--yes", `--package=node@${oldest}`, "--", "node"]],
  ] as const) {
    step(`the README's example on ${name}`, () => {
      const [program, ...args] = command;
      const output = run(program, [...args, "example.mjs"], folder);
      if (output !== expected) throw new Error(`it printed ${JSON.stringify(output)}, not ${JSON.stringify(expected)}`);
    });
  }
  step("every entry can be imported", () => {
    const entries = Object.entries(exports).flatMap(([path, target]) => (typeof target === "object" ? [path] : []));
    const imports = entries.map((path) => `await import(${JSON.stringify(join("livekit-claims", path))});`);
    run(process.execPath, ["--input-type=module", "-e", imports.join("\n")], folder);
  });
  step("the installed program mints and verifies", () => {
    run("npx", ["livekit-claims", "--version"], folder);
    const env = "LIVEKIT_API_KEY=devkey LIVEKIT_API_SECRET=secret-of-at-least-32-characters";
    const line = `${env} npx livekit-claims mint --join --room stage --identity alice | ${env} npx livekit-claims verify`;
    if (JSON.parse(run("sh", ["-c", line], folder)).sub !== "alice") throw new Error("it verified another token");
  });
  for (const { what, platform, gzip, budget } of await bundleSizes()) {
    if (budget === undefined) continue;
    step(`${what} for ${platform} has ${gzip} bytes of at most ${budget}`, () => {
      if (gzip > budget) throw new Error("it is over its budget");
    });
  }
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function readmeExample(): Promise<string> {
  const example = /```ts\n(import [\s\S]*?)```/.exec(await readFile("README.md", "utf8"))?.[1];
  if (!example) throw new Error("README.md has no example that starts with an import");
  return example;
}

function step(name: string, work: () => unknown): void {
  try {
    work();
  } catch (error) {
    throw new Error(`failed: ${name}\n${(error as Error).message}`);
  }
  console.log(`ok: ${name}`);
}

function run(command: string, args: readonly string[], cwd = process.cwd()): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}\n${stdout ?? ""}${stderr ?? ""}`);
  return stdout;
}
