import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { entries, FOLDER } from "../../../support/bundle-files.js";
import { ROOT } from "../../../support/copies.js";
import { packedFiles } from "../../../support/packed-files.js";

describe("the package", () => {
  it("exports each bundle and the index by name", () => {
    const { resolve } = createRequire(import.meta.url);
    for (const file of [...entries.map(([name]) => name), "index.json"]) {
      expect(resolve(`livekit-claims/bundles/${file}`)).toBe(join(FOLDER, file));
    }
  });

  it("ships each bundle and the index, and none of the vectors", async () => {
    const shipped = await packedFiles(ROOT);
    const bundles = shipped.flatMap((path) => (dirname(path) === "generated/bundles" ? [basename(path)] : []));
    expect(bundles.sort()).toEqual(readdirSync(FOLDER).sort());
    expect(shipped.filter((path) => path.startsWith("generated/vectors/"))).toEqual([]);
  });
});
