import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { ROOT } from "../../support/copies.js";

const FOLDER = join(ROOT, "generated", "vectors");
const manifestOf = (folder: string) => JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));

/** Returns the paths of the files that npm packs from a folder. */
async function packed(folder: string): Promise<string[]> {
  const pack = ["pack", "--dry-run", "--json", "--ignore-scripts"];
  const { stdout } = await promisify(execFile)("npm", pack, { cwd: folder, maxBuffer: Number.POSITIVE_INFINITY });
  const [{ files }]: [{ files: { path: string }[] }] = JSON.parse(stdout);
  return files.map(({ path }) => path).sort();
}

describe("the package of the vectors", () => {
  it("has every file of the folder", async () => {
    expect(await packed(FOLDER)).toEqual(readdirSync(FOLDER).sort());
  });

  it("has the library's version, license and addresses", () => {
    const { version, license, homepage, bugs, repository } = manifestOf(ROOT);
    expect(manifestOf(FOLDER)).toMatchObject({
      ...{ name: "livekit-claims-vectors", version, license, homepage, bugs },
      repository: { ...repository, directory: "generated/vectors" },
    });
  });

  it("is not part of the library's package", async () => {
    expect((await packed(ROOT)).filter((path) => path.startsWith("generated/vectors/"))).toEqual([]);
    expect(Object.keys(manifestOf(ROOT).exports).filter((name) => name.includes("vectors"))).toEqual([]);
  });
});
