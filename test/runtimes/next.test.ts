import { cp, readdir, readFile, symlink } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, inject, it } from "vitest";
import { bareEnvironment } from "../../scripts/process/bare-environment.js";
import { run } from "../../scripts/process/run.js";
import { CACHE } from "../../scripts/runtimes/cache.js";
import { installTool } from "../../scripts/runtimes/install.js";
import { withServer } from "../../scripts/runtimes/server.js";
import { skipIfUnavailable } from "../../scripts/runtimes/unavailable.js";

const ENV = bareEnvironment({ ROOT: CACHE, NEXT_TELEMETRY_DISABLED: "1" });
const NEXT = "node_modules/next/dist/bin/next";

it("works in Next.js's route handlers, on the edge runtime and on Node's", async ({ skip }) => {
  await skipIfUnavailable(skip, async () => {
    const app = join(inject("work"), "next");
    const modules = join(await installTool("next"), "node_modules");
    await cp(fileURLToPath(new URL("next", import.meta.url)), app, { recursive: true });
    await symlink(modules, join(app, "node_modules"));
    await run(process.execPath, [NEXT, "build"], { cwd: app, env: ENV, timeout: 5 * 60_000 });

    const edge = await builtCode(join(app, ".next", "server", "edge"));
    expect(implementations(edge)).toEqual({ web: true, node: false });
    const node = await builtCode(join(app, ".next", "server", "chunks"));
    expect(implementations(node)).toEqual({ web: false, node: true });

    const start = [process.execPath, NEXT, "start", "--hostname", "127.0.0.1", "--port", "0"];
    await withServer(start, { cwd: app, env: ENV }, async (url) => {
      for (const [route, runtime] of [
        ["edge", "edge"],
        ["node", "nodejs"],
      ]) {
        const minted = await fetch(`${url}/${route}?room=stage`);
        expect(await minted.json()).toEqual({ sub: "alice", room: "stage", runtime });
        const refused = await fetch(`${url}/${route}`);
        expect([refused.status, await refused.json()]).toEqual([400, { code: "INVALID_CLAIMS" }]);
      }
    });
  });
});

/** Returns which implementations of #jws are in built code, by a message of the one and an import of the other. */
function implementations(code: string): Readonly<Record<"web" | "node", boolean>> {
  return { web: code.includes("WebCrypto is not available"), node: code.includes("node:crypto") };
}

async function builtCode(folder: string): Promise<string> {
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".js"));
  return (await Promise.all(files.map((name) => readFile(join(folder, name), "utf8")))).join("\n");
}
