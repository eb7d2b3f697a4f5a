import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { JsonSchema } from "../../scripts/model/json-schema.js";
import { checkVersion } from "../../scripts/release/check-version.js";
import { lastRelease, storeRelease } from "../../scripts/release/releases.js";
import { copyProject, edit, ROOT, temporaryFolder } from "../support/copies.js";
import { runScript } from "../support/run-script.js";

const schema: JsonSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "Claims",
  type: "object",
  additionalProperties: false,
  properties: { exp: { type: "integer" }, name: { type: "string" } },
};
const released = (version: string) => ({ version, text: JSON.stringify(schema), index: `bundles of ${version}` });
const added: JsonSchema = { ...schema, properties: { ...schema.properties, kind: { type: "string" } } };
const log = (...sections: string[]) => `# Changelog\n\n${sections.join("\n\n")}\n`;
const first = (text: string) => `## [0.1.0] - 2026-01-01\n\n${text}`;
const removed: JsonSchema = { ...schema, properties: { exp: { type: "integer" } } };

describe("checkVersion", () => {
  it.each([
    ["0.2.0", "nothing", schema, "0.2.0"],
    ["0.2.0", "a new member", added, "0.2.1"],
    ["0.2.0", "a lost member", removed, "0.3.0"],
    ["1.2.3", "a new member", added, "1.3.0"],
    ["1.2.3", "a lost member", removed, "2.0.0"],
  ])("after %s, %s asks for a version", (last, _, now, asked) => {
    expect(checkVersion(asked, now, released(last))).toMatchObject({ required: asked, sufficient: true });
    expect(checkVersion("9.0.0", now, released(last)).sufficient).toBe(true);
    if (asked !== last) expect(checkVersion(last, now, released(last)).sufficient).toBe(false);
    expect(checkVersion("0.1.9", now, released(last)).sufficient).toBe(false);
  });
});

describe("releases", () => {
  it("have the highest version as the last, whatever the order of names", async () => {
    const folder = await temporaryFolder();
    expect(await lastRelease(folder)).toBeUndefined();
    for (const version of ["0.10.0", "0.9.0", "0.2.11"]) await storeRelease(folder, released(version));
    expect(await lastRelease(folder)).toEqual(released("0.10.0"));
  });

  it("keep the schema of a version when another one is saved", async () => {
    const folder = await temporaryFolder();
    const path = await storeRelease(folder, released("1.0.0"));
    expect(await storeRelease(folder, released("1.0.0"))).toBe(path);
    for (const other of [{ text: "{}" }, { index: "{}" }]) {
      await expect(storeRelease(folder, { ...released("1.0.0"), ...other })).rejects.toThrow(/raise "version"/);
    }
    expect(await readFile(join(folder, path), "utf8")).toBe(released("1.0.0").text);
  });
});

describe("npm run schema:release", () => {
  it("checks the version, its entry in the change log, and the bytes of its bundles", async () => {
    const project = await copyProject();
    const changelog = join(project, "CHANGELOG.md");
    const run = (...args: string[]) => runScript(project, "schema-release.ts", args);
    const version = (text: string) => edit(join(project, "package.json"), "/version", text);
    await version("0.1.0");
    await writeFile(changelog, log(first("")));
    expect(await run("--check")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('no entry under "## 0.1.0"'),
    });
    await writeFile(changelog, log(first("The first.")));
    expect(await run("--check")).toMatchObject({ code: 0, stdout: "0.1.0 is the first release\n" });
    expect(await run("--publish")).toMatchObject({
      code: 1,
      stderr: 'schema/protocol/releases/ does not have 0.1.0; run "npm run schema:release"\n',
    });
    expect(await run()).toMatchObject({ code: 0 });
    expect(await run("--publish")).toMatchObject({ code: 0, stdout: "0.1.0 may be published\n" });

    // A bundle with other bytes and the same content.
    const index = join(project, "generated", "bundles", "index.json");
    const before = await readFile(index, "utf8");
    await writeFile(index, before.replace('"sha256": "', '"sha256": "0'));
    expect(await run("--publish")).toMatchObject({ code: 1, stderr: expect.stringContaining("the bundles differ") });

    // Between releases, changes are listed in the change log, and the next release raises the version.
    expect(await run("--check")).toMatchObject({ code: 1, stderr: expect.stringContaining('under "## Unreleased"') });
    await writeFile(changelog, log("## Unreleased\n\n### Removed\n\n- Less.", first("The first.")));
    expect(await run("--check")).toMatchObject({ code: 0, stdout: expect.stringContaining("changed since 0.1.0") });

    // A version that was raised by hand, for a schema that changed.
    const bundle = join(project, "generated", "bundles", "claims.rules-mint.2020-12.json");
    await edit(bundle, "/properties/name", undefined);
    const { code, stderr } = await run("--publish");
    expect(code).toBe(1);
    expect(stderr).toContain("/name (Claims.name) removed");
    expect(stderr).toContain("package.json has version 0.1.0; it must be 0.2.0 or later");
    await version("0.2.0");
    expect(await run()).toMatchObject({ code: 1, stderr: expect.stringContaining('no entry under "## 0.2.0"') });
    await writeFile(changelog, log("## 0.2.0 - 2026-02-01\n\n### Removed\n\n- Less.", first("The first.")));
    for (const option of ["--check", "--publish"]) {
      expect(await run(option)).toMatchObject({ code: 1, stderr: expect.stringContaining("does not have 0.2.0") });
    }
    expect(await run()).toMatchObject({ code: 0 });
    expect(await run("--check")).toMatchObject({ code: 0 });
    expect(await run("--chek")).toMatchObject({ code: 2, stdout: "" });
  }, 120_000);
});

describe("publishing", () => {
  it("runs the whole check first", async () => {
    const { scripts } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8"));
    expect(scripts.prepublishOnly).toMatch(/^npm run check && .*schema:release -- --publish$/);
  });
});
