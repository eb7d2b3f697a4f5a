import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, inject, it } from "vitest";
import { bareEnvironment } from "../../scripts/process/bare-environment.js";
import { run } from "../../scripts/process/run.js";
import { skipIfUnavailable } from "../../scripts/runtimes/unavailable.js";
import { EXAMPLES, layOutExample } from "./lay-out.js";

const folders = (await readdir(EXAMPLES, { withFileTypes: true })).filter((entry) => entry.isDirectory());
const names = folders.map(({ name }) => name);

it("the recipes print what they promise", async ({ skip }) => {
  await skipIfUnavailable(skip, async () => {
    const folder = await layOutExample("recipes", inject("work"));
    const node = (...args: string[]): Promise<string> =>
      run(process.execPath, ["--import", "tsx", ...args], { cwd: folder, env: bareEnvironment(), timeout: 5 * 60_000 });

    expect(lines(await node("key-rotation.ts"))).toEqual([
      "during: alice and bob",
      "after: bob but the old token is refused with INVALID_SIGNATURE",
    ]);
    expect(lines(await node("least-privilege.ts"))).toEqual([
      "viewer: subscribe",
      "speaker: subscribe camera data",
      "moderator: subscribe camera screen data moderate",
      "recorder: subscribe",
    ]);
    expect(lines(await node("old-server.ts"))).toEqual([
      "livekit-server@1.9.11: UNSUPPORTED_BY_TARGET at /roomConfig/tags",
      "livekit-server@1.13.5: true",
      "predicted for 1.9.11: refuse",
    ]);
    const tests = await node("--test", "--test-reporter=tap", "fixtures.test.ts");
    expect(tests).toMatch(/^# pass [1-9]/m);
    expect(tests).toMatch(/^# fail 0$/m);
  });
});

it.for(names)("%s has strict types with the packed package's own", async (name, { skip }) => {
  await skipIfUnavailable(skip, async () => {
    const folder = await layOutExample(name, inject("work"));
    const { compilerOptions } = JSON.parse(await readFile(join(folder, "tsconfig.json"), "utf8"));
    expect(compilerOptions).toMatchObject({ strict: true, exactOptionalPropertyTypes: true });
    const args = ["node_modules/typescript/bin/tsc", "--noEmit", "--incremental", "false"];
    await run(process.execPath, args, { cwd: folder, timeout: 10 * 60_000 });
  });
});

it.for(names)("%s has a README, and the same files in livekit/ as express", async (name) => {
  expect(await readFile(join(EXAMPLES, name, "README.md"), "utf8")).toContain("npm install");
  const files = await readdir(join(EXAMPLES, name, "livekit"));
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) {
    const [copy, original] = await Promise.all([name, "express"].map((app) => text(app, file)));
    expect(copy, `examples/${name}/livekit/${file}`).toBe(original);
  }
});

function text(app: string, file: string): Promise<string> {
  return readFile(join(EXAMPLES, app, "livekit", file), "utf8");
}

function lines(printed: string): string[] {
  return printed.trim().split("\n");
}
