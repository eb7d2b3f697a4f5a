import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { POSTPONED_FILE, readPostponed, staleReasons } from "../../../../scripts/protocol/drift/postponed.js";
import { copySchemas, SCHEMA } from "../../../support/copies.js";

const line = { release: "1.60.0", until: "2026-12-31", reason: "The server has it in January." };

async function written(row: string): Promise<string> {
  const folder = await copySchemas();
  await writeFile(join(folder, POSTPONED_FILE), `release\tuntil\treason\n${row}\n`);
  return folder;
}

describe("the table of postponed releases", () => {
  it("is parsed", async () => {
    await expect(readPostponed(SCHEMA)).resolves.toBeInstanceOf(Array);
    expect(await readPostponed(await written(Object.values(line).join("\t")))).toEqual([line]);
  });

  it.each([
    ["1.60\t2026-12-31\tr", 'line 2: "1.60" is not a version'],
    ["1.60.0\t31.12.2026\tr", 'line 2: "31.12.2026" is not a date such as 2026-12-31'],
    ["1.60.0\t2026-02-30\tr", 'line 2: "2026-02-30" is not a date'],
    ["1.60.0\t2026-12-31\t ", "line 2: needs a reason"],
    ["1.60.0\t2026-12-31", "line 2: must have 3 cells"],
  ])("is rejected with the row %j", async (row, problem) => {
    await expect(readPostponed(await written(row))).rejects.toThrow(`schema/${POSTPONED_FILE}: ${problem}`);
  });

  it("applies until the day, or until the release is imported", () => {
    expect(staleReasons([line], "1.54.0", "2026-12-31")).toEqual([]);
    expect(staleReasons([line], "1.54.0", "2027-01-01")).toEqual([
      expect.stringMatching(/^protocol 1\.60\.0 was postponed until 2026-12-31; run "npm run protocol:update"/),
    ]);
    for (const imported of ["1.60.0", "1.61.0"]) {
      expect(staleReasons([line], imported, "2026-12-01")).toEqual([
        expect.stringMatching(/^protocol 1\.60\.0 is imported; remove its line/),
      ]);
    }
  });
});
