import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../../../../scripts/process/run.js";
import { entries, FOLDER } from "../../../support/bundle-files.js";
import { ROOT } from "../../../support/copies.js";

describe("the package", () => {
  it("exports each bundle and the index by name", () => {
    const { resolve } = createRequire(import.meta.url);
    for (const file of [...entries.map(([name]) => name), "index.json"]) {
      expect(resolve(`livekit-claims/bundles/${file}`)).toBe(join(FOLDER, file));
    }
  });

  it("ships each bundle and the index", async () => {
    const pack = ["pack", "--dry-run", "--json", "--ignore-scripts"];
    const printed = await run("npm", pack, { cwd: ROOT });
    const [{ files }]: [{ files: { path: string }[] }] = JSON.parse(printed);
    const shipped = files.flatMap(({ path }) => (dirname(path) === "generated/bundles" ? [basename(path)] : []));
    expect(shipped.sort()).toEqual(readdirSync(FOLDER).sort());
  });
});
