import { cp, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, inject, it } from "vitest";
import { bareEnvironment } from "../../scripts/process/bare-environment.js";
import { download, run } from "../../scripts/process/run.js";
import { withServer } from "../../scripts/runtimes/server.js";
import { skipIfUnavailable, Unavailable } from "../../scripts/runtimes/unavailable.js";
import { Claims } from "../../src/index.js";
import { temporaryFolder } from "../support/copies.js";
import { blocksOf } from "../support/markdown-blocks.js";
import { EXAMPLES } from "./lay-out.js";

const KEYS = { LIVEKIT_API_KEY: "APIexamples", LIVEKIT_API_SECRET: "secret-of-the-examples-32-characters" };

const START = `import { app } from "./recipe.ts";
const server = app.listen(0, "127.0.0.1", () => {
  const address = server.address();
  console.log(\`ready on http://127.0.0.1:\${typeof address === "object" ? address?.port : address}\`);
});
`;

it("a copy of the Express example outside of the repository installs the tarball, and runs the recipe of its README", async ({
  skip,
}) => {
  await skipIfUnavailable(skip, async () => {
    const folder = await temporaryFolder();
    const filter = (path: string): boolean => !/[\\/](node_modules|package-lock\.json)$/.test(path);
    await cp(join(EXAMPLES, "express"), folder, { recursive: true, filter });
    const [recipe] = blocksOf(await readFile(join(folder, "README.md"), "utf8")).filter((it) => it.language === "ts");
    await writeFile(join(folder, "recipe.ts"), recipe?.code ?? "");
    await writeFile(join(folder, "start.ts"), START);

    const install = ["install", "--ignore-scripts", "--no-audit", "--no-fund", tarball()];
    await download("npm", install, { cwd: folder, timeout: 10 * 60_000 }).catch((error: Error) => {
      throw new Unavailable(`the Express example does not install: ${error.message}`);
    });
    await run("npm", ["run", "--silent", "typecheck"], { cwd: folder, timeout: 5 * 60_000 });
    const command = [process.execPath, "--import", "tsx", "start.ts"];
    await withServer(command, { cwd: folder, env: bareEnvironment(KEYS) }, checkRecipe);
  });
});

/** The folder of this run is within the folder in which the tarball is installed, which has its name. */
function tarball(): string {
  return `${dirname(inject("work"))}.tgz`;
}

async function checkRecipe(url: string): Promise<void> {
  const ask = (body: string, authorization: string, type = "application/json"): Promise<Response> =>
    fetch(`${url}/token`, { method: "POST", body, headers: { authorization, "content-type": type } });
  const bob = "Bearer session-of-bob";

  const granted = await ask('{"room_name":"stage","participant_identity":"root"}', bob);
  expect([granted.status, granted.headers.get("cache-control")]).toEqual([201, "no-store"]);
  const { participant_token } = (await granted.json()) as { participant_token: string };
  expect(Claims.fromUnverified(participant_token)).toMatchObject({
    sub: "bob",
    video: { room: "stage", roomJoin: true, canPublish: false },
  });

  const refused = [await ask("{}", ""), await ask('{"room_name":"backstage"}', bob)];
  expect(refused.map(({ status }) => status)).toEqual([401, 403]);
  expect(await refused[1]?.json()).toEqual({ error: "this room is not open to you" });

  const invalid = await ask('{"room_name":7}', bob);
  expect([invalid.status, await invalid.json()]).toMatchObject([400, { code: "INVALID_REQUEST" }]);
  expect((await ask("{}", bob, "text/plain")).status).toBe(400);
}
