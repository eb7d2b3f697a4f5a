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
  it("returns the files of generated/", async () => {
    const found = await differences(GENERATED, outputs);
    expect(found.map(({ kind, path }) => `${kind} ${path}`)).toEqual([]);
  });

  it("returns the same bytes when it runs again from another folder", async () => {
    expect(await generate(await copySchemas())).toEqual(outputs);
  });

  it("reports each stage once, in order", () => {
    expect(stages).toEqual(STAGES);
    expect(STAGES[0]).toBe("load");
  });

  it("returns each path once, with text that ends in a newline and has no carriage returns", () => {
    const paths = outputs.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    for (const { path, content } of outputs) expect([path, /^[^\r]*\n$/.test(content)]).toEqual([path, true]);
  });

  it("throws an error with the file and pointer of a fault, before the first stage ends", async () => {
    const folder = await copySchemas();
    await edit(join(folder, "sip-grants.schema.json"), "/properties/call/description", undefined);
    const reported: string[] = [];
    await expect(generate(folder, (stage) => reported.push(stage))).rejects.toMatchObject({
      name: "SchemaError",
      file: "sip-grants.schema.json",
      pointer: "/properties/call",
    });
    expect(reported).toEqual([]);
  });
});
