import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { JsonSchema } from "../../scripts/model/json-schema.js";
import { checkVersion } from "../../scripts/release/check-version.js";
import { keepRelease, lastRelease } from "../../scripts/release/releases.js";
import { copyProject, edit, temporaryFolder } from "../support/copies.js";
import { runScript } from "../support/run-script.js";

const schema: JsonSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "Claims",
  type: "object",
  additionalProperties: false,
  properties: { exp: { type: "integer" }, name: { type: "string" } },
};
const released = (version: string) => ({ version, text: JSON.stringify(schema) });
const added: JsonSchema = { ...schema, properties: { ...schema.properties, kind: { type: "string" } } };
const removed: JsonSchema = { ...schema, properties: { exp: { type: "integer" } } };

describe("checkVersion", () => {
  it.each([
    ["0.2.0", "nothing", schema, "0.2.0"],
    ["0.2.0", "a new member", added, "0.2.1"],
    ["0.2.0", "a lost member", removed, "0.3.0"],
    ["1.2.3", "a new member", added, "1.3.0"],
    ["1.2.3", "a lost member", removed, "2.0.0"],
  ])("after %s, %s asks for a version", (last, _, now, asked) => {
    expect(checkVersion(asked, now, released(last))).toMatchObject({ asked, enough: true });
    expect(checkVersion("9.0.0", now, released(last)).enough).toBe(true);
    if (asked !== last) expect(checkVersion(last, now, released(last)).enough).toBe(false);
    expect(checkVersion("0.1.9", now, released(last)).enough).toBe(false);
  });
});

describe("releases", () => {
  it("the last is the highest version, whatever the order of names", async () => {
    const folder = await temporaryFolder();
    expect(await lastRelease(folder)).toBeUndefined();
    for (const version of ["0.10.0", "0.9.0", "0.2.11"]) await keepRelease(folder, released(version));
    expect(await lastRelease(folder)).toEqual(released("0.10.0"));
  });

  it("one that is kept is not replaced by another schema", async () => {
    const folder = await temporaryFolder();
    const path = await keepRelease(folder, released("1.0.0"));
    expect(await keepRelease(folder, released("1.0.0"))).toBe(path);
    await expect(keepRelease(folder, { version: "1.0.0", text: "{}" })).rejects.toThrow(/raise "version"/);
    expect(await readFile(join(folder, path), "utf8")).toBe(released("1.0.0").text);
  });
});

describe("npm run schema:release", () => {
  it("keeps a version's schemas, and then wants a higher version for a change", async () => {
    const project = await copyProject();
    const run = (...args: string[]) => runScript(project, "schema-release.ts", args);
    const version = async (text: string) => edit(join(project, "package.json"), "/version", text);
    await version("0.1.0");
    expect(await run("--check")).toMatchObject({ code: 0, stdout: "0.1.0 is the first release\n" });
    expect(await run()).toMatchObject({ code: 0 });
    expect(await run("--check")).toMatchObject({ code: 0 });

    const bundle = join(project, "generated", "bundles", "claims.rules-mint.2020-12.json");
    await edit(bundle, "/properties/name", undefined);
    const { code, stderr } = await run("--check");
    expect(code).toBe(1);
    expect(stderr).toContain("/name (Claims.name) removed");
    expect(stderr).toContain("package.json has version 0.1.0; it must be 0.2.0 or later");
    await version("0.2.0");
    expect(await run("--check")).toMatchObject({ code: 0 });
    expect(await run("--chek")).toMatchObject({ code: 2, stdout: "" });
  });
});
