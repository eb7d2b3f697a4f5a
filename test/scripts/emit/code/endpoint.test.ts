import { beforeAll, describe, expect, it } from "vitest";
import { emitEndpoint } from "../../../../scripts/emit/code/endpoint.js";
import { generate } from "../../../../scripts/emit/pipeline.js";
import { load } from "../../../../scripts/model/load.js";
import { SCHEMA } from "../../../support/copies.js";

describe("emitEndpoint", () => {
  let content: string;
  beforeAll(async () => {
    [{ content } = { content: "" }] = await emitEndpoint(await load(SCHEMA));
  });

  it("declares the messages of the endpoint, and refers to those that tokens hold", () => {
    expect(content).toContain("export interface TokenSourceRequest {");
    expect(content).toContain('import type { RoomConfiguration } from "./types.js"');
    expect(content).not.toContain("export interface RoomConfiguration");
  });

  it("is the only file, beside the validators, that has them", async () => {
    const outputs = await generate(SCHEMA);
    const having = outputs.filter((output) => output.content.includes("TokenSourceRequest")).map(({ path }) => path);
    expect(having.filter((path) => /\.[jt]s$/.test(path) && path.startsWith("../") === false).sort()).toEqual([
      "endpoint.ts",
      "validators.d.ts",
      "validators.js",
    ]);
  });
});
