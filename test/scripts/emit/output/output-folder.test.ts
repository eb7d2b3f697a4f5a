import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { applyDifferences, differences } from "../../../../scripts/emit/output/output-folder.js";
import { temporaryFolder } from "../../../support/copies.js";

const wanted = [
  { path: "types.ts", content: "types\n" },
  { path: "bundles/claims.json", content: "{}\n" },
];

async function folderOf(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await temporaryFolder();
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

const fresh = { "types.ts": "types\n", "bundles/claims.json": "{}\n" };

describe("differences", () => {
  it.each([
    ["nothing, when the folder holds what it should", fresh, []],
    [
      "a file with other content as stale, were it but a newline",
      { ...fresh, "types.ts": "types" },
      [{ kind: "stale", path: "types.ts", content: "types\n" }],
    ],
    [
      "a file that is not there as missing",
      { "types.ts": "types\n" },
      [{ kind: "missing", path: "bundles/claims.json", content: "{}\n" }],
    ],
    [
      "files that should not be there as left over, in folders and hidden ones too",
      { ...fresh, ".old": "", "bundles/old.json": "", "docs/a/b.md": "" },
      [
        { kind: "left over", path: ".old" },
        { kind: "left over", path: "bundles/old.json" },
        { kind: "left over", path: "docs/a/b.md" },
      ],
    ],
    [
      "all three at once",
      { "types.ts": "old", "builders.ts": "" },
      [
        { kind: "stale", path: "types.ts", content: "types\n" },
        { kind: "missing", path: "bundles/claims.json", content: "{}\n" },
        { kind: "left over", path: "builders.ts" },
      ],
    ],
  ])("reports %s", async (_what, files, expected) => {
    const found = await differences(await folderOf(files), wanted);
    const order = (kind: string) => ["stale", "missing", "left over"].indexOf(kind);
    expect(found.sort((a, b) => order(a.kind) - order(b.kind) || (a.path < b.path ? -1 : 1))).toEqual(expected);
  });

  it("reports every file as missing when the folder does not exist", async () => {
    const found = await differences(join(await temporaryFolder(), "generated"), wanted);
    expect(found.map(({ kind, path }) => `${kind} ${path}`)).toEqual([
      "missing types.ts",
      "missing bundles/claims.json",
    ]);
  });

  it("ignores a slash at the end of the folder", async () => {
    const folder = await folderOf({ ...fresh, "docs/old.md": "" });
    const expected = [{ kind: "left over", path: "docs/old.md" }];
    expect(await differences(folder, wanted)).toEqual(expected);
    expect(await differences(`${folder}/`, wanted)).toEqual(expected);
  });
});

describe("applyDifferences", () => {
  it("writes and deletes the files that differ", async () => {
    const folder = await folderOf({ "types.ts": "old", "docs/old.md": "" });
    await applyDifferences(folder, await differences(folder, wanted));
    expect(await differences(folder, wanted)).toEqual([]);
    expect(await readFile(join(folder, "types.ts"), "utf8")).toBe("types\n");
    expect(await readdir(join(folder, "bundles"))).toEqual(["claims.json"]);
    expect(existsSync(join(folder, "docs", "old.md"))).toBe(false);
  });

  it("creates a missing folder", async () => {
    const folder = join(await temporaryFolder(), "a", "generated");
    await applyDifferences(folder, await differences(folder, wanted));
    expect(await differences(folder, wanted)).toEqual([]);
  });

  it("does not write other files", async () => {
    const folder = await folderOf({ ...fresh, kept: "kept" });
    await applyDifferences(folder, []);
    expect(await readFile(join(folder, "kept"), "utf8")).toBe("kept");
  });
});
