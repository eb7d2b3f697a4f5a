import { mkdir, readFile, symlink } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Ended } from "../../scripts/process/execute.js";
import { run } from "../../scripts/process/run.js";
import { parseUpstream, type Upstream } from "../../scripts/protocol/coverage/upstream.js";
import { copyProject, edit, ROOT, temporaryFolder } from "../support/copies.js";
import { runScript } from "../support/run-script.js";

async function upstreamOf(folder: string): Promise<Upstream> {
  return parseUpstream(await readFile(join(folder, "schema", "protocol", "upstream.json"), "utf8"));
}

/** Creates a folder for PATH with some of the programs that are on PATH now. */
async function pathWith(...programs: readonly string[]): Promise<string> {
  const folder = join(await temporaryFolder(), "bin");
  await mkdir(folder);
  for (const program of programs) {
    const path = await run("sh", ["-c", `command -v ${program}`]);
    await symlink(path.trim(), join(folder, program));
  }
  return folder;
}

describe("npm run coverage with schemas that lack a grant of every SDK", () => {
  let folder: string;
  let ended: Ended;
  beforeAll(async () => {
    folder = await copyProject();
    await edit(join(folder, "schema", "video-grants.schema.json"), "/properties/hidden", undefined);
    ended = await runScript(folder, "coverage.ts");
  });

  it("exits 0, and names the grant under each SDK", () => {
    expect(ended).toMatchObject({ code: 0, stderr: "" });
    const named = ended.stdout.split("\n").filter((line) => line === "  new: video.hidden (boolean)");
    expect(named).toHaveLength(4);
  });

  it("keeps the releases that it read before", async () => {
    const [before, after] = [await upstreamOf(ROOT), await upstreamOf(folder)];
    for (const { id, releases } of before.sources) {
      const now = after.sources.find((source) => source.id === id);
      expect(now?.releases.slice(0, releases.length)).toEqual(releases);
    }
  });

  it("writes the same page as the generator", async () => {
    const page = await readFile(join(folder, "generated", "docs", "sdk-coverage.md"), "utf8");
    expect(page).toMatch(/^\| `video\.hidden` \| not in the schemas \| /m);
    const { stderr } = await runScript(folder, "generate.ts", ["--check"]);
    expect(stderr).toContain("generated/types.ts");
    expect(stderr).not.toContain("sdk-coverage");
  });
});

describe("npm run coverage without some programs", () => {
  it("fails, names the sources that cannot be read with the reason, and keeps what it read before", async () => {
    const folder = await copyProject();
    const { code, stdout, stderr } = await runScript(folder, "coverage.ts", [], {
      PATH: await pathWith("node", "npm", "tar", "gzip", "sh"),
    });
    expect(code).toBe(1);
    expect(stderr.trim().split("\n")).toEqual([
      "Python, livekit-api: python3 is not installed",
      "Rust, livekit-api: cargo is not installed",
      "Java, io.livekit:livekit-server: mvn is not installed",
    ]);
    expect(stdout).toMatch(/^Node, livekit-server-sdk \d/m);
    const known = ({ sources }: Upstream) => sources.filter(({ id }) => id !== "node");
    expect(known(await upstreamOf(folder))).toEqual(known(await upstreamOf(ROOT)));
  });
});

describe("npm run coverage -- --check", () => {
  it("fails when a release differs from the file, and names the place", async () => {
    const folder = await copyProject();
    const file = join(folder, "schema", "protocol", "upstream.json");
    const { sources } = await upstreamOf(folder);
    const at = sources.findIndex(({ id }) => id === "node");
    await edit(file, `/sources/${at}/declarations/video.hidden`, undefined);
    const { code, stderr } = await runScript(folder, "coverage.ts", ["--check"]);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^Node, livekit-server-sdk: \S+ differs from schema\/protocol\/upstream\.json in video\.hidden\n$/,
    );
  });
});
