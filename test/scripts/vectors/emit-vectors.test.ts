import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../../support/copies.js";
import { packedFiles } from "../../support/packed-files.js";

const FOLDER = join(ROOT, "generated", "vectors");
const manifestOf = (folder: string) => JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));

describe("the package of the vectors", () => {
  it("has every file of the folder", async () => {
    expect(await packedFiles(FOLDER)).toEqual(readdirSync(FOLDER).sort());
  });

  it("has the library's version, license and addresses", () => {
    const { version, license, homepage, bugs, repository } = manifestOf(ROOT);
    expect(manifestOf(FOLDER)).toMatchObject({
      ...{ name: "livekit-claims-vectors", version, license, homepage, bugs },
      repository: { ...repository, directory: "generated/vectors" },
    });
  });

  // Nor is any file of theirs shipped with it, as test/scripts/emit/bundles/bundles.package.test.ts states.
  it("is no entry of the library's package", () => {
    expect(Object.keys(manifestOf(ROOT).exports).filter((name) => name.includes("vectors"))).toEqual([]);
  });
});
