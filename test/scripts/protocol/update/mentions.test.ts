import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { mentionLines } from "../../../../scripts/protocol/update/mentions.js";
import { temporaryFolder } from "../../../support/copies.js";

it("names the files whose code mentions a member, in either spelling, unless they are many", async () => {
  const root = await temporaryFolder();
  for (const folder of ["src", "scripts", "test/src"]) await mkdir(join(root, folder), { recursive: true });
  await writeFile(join(root, "src/a.ts"), "x.syncStreams");
  await writeFile(join(root, "test/src/b.ts"), '{ "sync_streams": 1 }');
  await writeFile(join(root, "scripts/c.ts"), "unsyncStreams; syncStreamsToo; my_sync_streams");
  await writeFile(join(root, "scripts/d.json"), '"syncStreams"');
  for (let count = 1; count <= 21; count++) await writeFile(join(root, `src/${count}.ts`), "url");
  expect(await mentionLines(root, ["syncStreams", "maxSize", "url"])).toEqual([
    "syncStreams: src/a.ts, test/src/b.ts",
    "url: 21 files, too many to list",
  ]);
});
