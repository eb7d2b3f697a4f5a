import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { emitEndpoint } from "../../../../scripts/emit/code/endpoint.js";
import { load } from "../../../../scripts/model/load.js";
import { GENERATED, SCHEMA } from "../../../support/copies.js";

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

  it("is the only code, beside the validators, that has them", async () => {
    const files = (await readdir(GENERATED)).filter((name) => /\.[jt]s$/.test(name));
    const texts = await Promise.all(files.map((name) => readFile(join(GENERATED, name), "utf8")));
    const having = files.filter((_, index) => texts[index]?.includes("TokenSourceRequest"));
    expect(having.sort()).toEqual(["endpoint.ts", "validators.d.ts", "validators.js"]);
  });
});
