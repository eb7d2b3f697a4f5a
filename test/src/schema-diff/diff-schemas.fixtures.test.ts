import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { diffSchemas, type SchemaDiff } from "../../../src/schema-diff/diff-schemas.js";

interface Fixture {
  readonly before: unknown;
  readonly after: unknown;
  readonly expected: Pick<SchemaDiff, "step"> & { readonly changes: readonly Record<string, unknown>[] };
}

const folder = new URL("./diff-schemas.fixtures/", import.meta.url);
const read = (name: string): Fixture => JSON.parse(readFileSync(new URL(name, folder), "utf8"));

describe("diffSchemas", () => {
  it.each(readdirSync(folder))("returns the expected changes: %s", (name) => {
    const { before, after, expected } = read(name);
    const { changes, step } = diffSchemas(before, after);
    const reported = changes.map(({ alsoAt, why, ...rest }) => (alsoAt.length === 0 ? rest : { ...rest, alsoAt }));
    expect({ step, changes: reported }).toEqual(expected);
    for (const { why } of changes) expect(why).not.toBe("");
  });
});
