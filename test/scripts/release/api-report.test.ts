import { expect, it } from "vitest";
import { entriesOf } from "../../../scripts/release/api-report.js";

it("has a report for each entry with types, of the ES module when there are two", () => {
  const types = { import: { types: "./dist/a.d.ts", default: "./dist/a.js" }, require: { types: "./dist/a.d.cts" } };
  const entries = entriesOf({
    ".": { types: "./dist/index.d.ts", default: "./dist/index.js" },
    "./a": types,
    "./schema/*": "./schema/*",
    "./package.json": "./package.json",
  });
  expect(entries).toEqual([
    { types: "./dist/index.d.ts", report: "livekit-claims.api.md" },
    { types: "./dist/a.d.ts", report: "livekit-claims-a.api.md" },
  ]);
});
