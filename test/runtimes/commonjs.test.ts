import { cp, mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, inject, it } from "vitest";
import { bareEnvironment } from "../../scripts/process/bare-environment.js";
import { run } from "../../scripts/process/run.js";
import { nodeBinary, WITHOUT_REQUIRE_OF_ESM } from "../../scripts/runtimes/drivers/processes.js";
import { installTool, type Tool } from "../../scripts/runtimes/install.js";
import { isolatedOptions } from "../../scripts/runtimes/isolated-options.js";
import { withServer } from "../../scripts/runtimes/server.js";
import { skipIfUnavailable } from "../../scripts/runtimes/unavailable.js";

// Newer releases of Node can require ES modules, so only older ones show that the entries have CommonJS.

it.for(WITHOUT_REQUIRE_OF_ESM)("has every entry by require and by import on %s", async (node, { skip }) => {
  await skipIfUnavailable(skip, async () => {
    const folder = join(inject("work"), `entries-${node}`);
    await mkdir(folder);
    const code = `
      const { exports } = require("livekit-claims/package.json");
      const entries = Object.keys(exports).filter((entry) => !/[*]|json$/.test(entry));
      const names = (module) => Object.keys(module).filter((name) => name !== "default").sort();
      Promise.all(entries.map(async (entry) => {
        const id = "livekit-claims" + entry.slice(1);
        return [entry, names(require(id)), names(await import(id))];
      })).then((found) => console.log(JSON.stringify(found)));`;
    const found: [string, string[], string[]][] = JSON.parse(
      await run(await nodeBinary(node), ["-e", code], isolatedOptions(folder)),
    );
    expect(found.map(([entry]) => entry)).toContain(".");
    for (const [entry, required, imported] of found) {
      expect([entry, required]).toEqual([entry, imported]);
      expect(required.length).toBeGreaterThan(0);
    }
  });
});

const jestCases = (["jest-29", "jest-30"] as const).flatMap((jest) =>
  ["jest", "ts-jest"].map((app) => ({ jest, app })),
);

it.for(jestCases)("works in $app on $jest with default settings", async ({ jest, app }, { skip }) => {
  await skipIfUnavailable(skip, async () => {
    const folder = await layOut(app, jest);
    const args = ["node_modules/jest/bin/jest.js", "--json", "--no-cache"];
    const { success, numPassedTests } = JSON.parse(
      await run(await nodeBinary("node-20.11"), args, isolatedOptions(folder)),
    );
    expect(success).toBe(true);
    expect(numPassedTests).toBeGreaterThan(0);
  });
});

it("works in a NestJS app, compiled to CommonJS", async ({ skip }) => {
  await skipIfUnavailable(skip, async () => {
    const app = await layOut("nest", "nest");
    await run(process.execPath, ["node_modules/typescript/bin/tsc"], isolatedOptions(app));
    await withServer(
      [await nodeBinary("node-20.11"), "dist/main.js"],
      { cwd: app, env: bareEnvironment() },
      async (url) => {
        const { token } = (await (await fetch(`${url}/token?room=stage`)).json()) as { token: string };
        const me = (authorization: string) => fetch(`${url}/me`, { headers: { authorization } });
        expect(await (await me(`Bearer ${token}`)).json()).toEqual({ identity: "alice", room: "stage" });

        const refused = [await fetch(`${url}/token?room=`), await me(`Bearer ${token}x`)];
        expect(refused.map(({ status }) => status)).toEqual([400, 401]);
        expect(await refused[0]?.json()).toMatchObject({ code: "INVALID_CLAIMS" });
      },
    );
  });
});

/** Copies an app beside the package, with the packages of a tool. */
async function layOut(app: string, tool: Tool): Promise<string> {
  const folder = join(inject("work"), `${app}-by-${tool}`);
  await cp(fileURLToPath(new URL(`commonjs/${app}`, import.meta.url)), folder, { recursive: true });
  await symlink(join(await installTool(tool), "node_modules"), join(folder, "node_modules"));
  return folder;
}
