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
  it("prints the problems and exits 1, or prints the outcome and exits 0", async () => {
    const project = await copyProject();
    const changelog = join(project, "CHANGELOG.md");
    const check = () => runScript(project, "schema-release.ts", ["--check"]);
    await edit(join(project, "package.json"), "/version", "0.1.0");
    await writeFile(changelog, log(first("")));
    const missing = 'CHANGELOG.md has no entry under "## 0.1.0"; describe the changes\n';
    expect(await check()).toEqual({ code: 1, stdout: "", stderr: missing });
    await writeFile(changelog, log(first("The first.")));
    expect(await check()).toEqual({ code: 0, stdout: "0.1.0 is the first release\n", stderr: "" });
  });
});

describe("publishing", () => {
  it("runs the whole check first", async () => {
    const { scripts } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8"));
    expect(scripts.prepublishOnly).toMatch(/^npm run check && .*schema:release -- --publish$/);
  });
});
