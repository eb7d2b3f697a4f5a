import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { differences } from "../../scripts/emit/output/output-folder.js";
import { generate, STAGES } from "../../scripts/emit/pipeline.js";
import type { Output } from "../../scripts/model/model.js";
import { copySchemas, edit, GENERATED, SCHEMA } from "../support/copies.js";

let outputs: readonly Output[];
const stages: string[] = [];

beforeAll(async () => {
  outputs = await generate(SCHEMA, (stage) => {
    stages.push(stage);
  });
});

describe("generate", () => {
  it("gives what generated/ holds", async () => {
    const found = await differences(GENERATED, outputs);
    expect(found.map(({ kind, path }) => `${kind} ${path}`)).toEqual([]);
  });

  it("gives the same bytes when it runs again, from wherever the schemas lie", async () => {
    expect(await generate(await copySchemas())).toEqual(outputs);
  });

  it("tells each stage once, in order", () => {
    expect(stages).toEqual(STAGES);
    expect(STAGES[0]).toBe("load");
  });

  it("gives each path once, ending in a newline and without carriage returns", () => {
    const paths = outputs.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    for (const { path, content } of outputs) expect([path, /^[^\r]*\n$/.test(content)]).toEqual([path, true]);
  });

  it("fails with the file and pointer of a fault before it emits anything", async () => {
    const folder = await copySchemas();
    await edit(join(folder, "sip-grants.schema.json"), "/properties/call/description", undefined);
    const told: string[] = [];
    await expect(generate(folder, (stage) => told.push(stage))).rejects.toMatchObject({
      name: "SchemaError",
      file: "sip-grants.schema.json",
      pointer: "/properties/call",
    });
    expect(told).toEqual([]);
  });
});
