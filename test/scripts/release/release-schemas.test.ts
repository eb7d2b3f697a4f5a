import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { releaseSchemas } from "../../../scripts/release/release-schemas.js";
import { edit, ROOT, temporaryFolder } from "../../support/copies.js";

const log = (...sections: string[]) => `# Changelog\n\n${sections.join("\n\n")}\n`;
const first = (text: string) => `## [0.1.0] - 2026-01-01\n\n${text}`;

describe("releaseSchemas", () => {
  it("checks the version, its entry in the change log, and the bytes of its bundles", async () => {
    const project = await temporaryFolder();
    const changelog = join(project, "CHANGELOG.md");
    for (const part of ["package.json", "generated/bundles"]) {
      await cp(join(ROOT, part), join(project, part), { recursive: true });
    }
    await mkdir(join(project, "schema"));
    const run = (option?: "--check" | "--publish") => releaseSchemas(project, option);
    const problem = (text: string) => ({ problems: [expect.stringContaining(text)] });
    const version = (text: string) => edit(join(project, "package.json"), "/version", text);
    await version("0.1.0");
    await writeFile(changelog, log(first("")));
    expect(await run("--check")).toEqual(problem('no entry under "## 0.1.0"'));
    await writeFile(changelog, log(first("The first.")));
    expect(await run("--check")).toEqual({ problems: [], outcome: "0.1.0 is the first release" });
    expect(await run("--publish")).toEqual({
      problems: ['schema/protocol/releases/ does not have 0.1.0; run "npm run schema:release"'],
    });
    expect(await run()).toEqual({ problems: [], outcome: expect.stringContaining("has the bundles of this version") });
    expect(await run("--publish")).toEqual({ problems: [], outcome: "0.1.0 may be published" });

    // A bundle with other bytes and the same content.
    const index = join(project, "generated", "bundles", "index.json");
    const before = await readFile(index, "utf8");
    await writeFile(index, before.replace('"sha256": "', '"sha256": "0'));
    expect(await run("--publish")).toEqual(problem("the bundles differ"));

    // Between releases, changes are listed in the change log, and the next release raises the version.
    expect(await run("--check")).toEqual(problem('under "## Unreleased"'));
    await writeFile(changelog, log("## Unreleased\n\n### Removed\n\n- Less.", first("The first.")));
    expect(await run("--check")).toEqual({ problems: [], outcome: expect.stringContaining("changed since 0.1.0") });

    // A version that was raised by hand, for a schema that changed.
    const bundle = join(project, "generated", "bundles", "claims.rules-mint.2020-12.json");
    await edit(bundle, "/properties/name", undefined);
    const [low] = (await run("--publish")).problems;
    expect(low).toContain("/name (Claims.name) removed");
    expect(low).toContain("package.json has version 0.1.0; it must be 0.2.0 or later");
    await version("0.2.0");
    expect(await run()).toEqual(problem('no entry under "## 0.2.0"'));
    await writeFile(changelog, log("## 0.2.0 - 2026-02-01\n\n### Removed\n\n- Less.", first("The first.")));
    for (const option of ["--check", "--publish"] as const) {
      expect(await run(option)).toEqual(problem("does not have 0.2.0"));
    }
    expect((await run()).problems).toEqual([]);
    expect((await run("--check")).problems).toEqual([]);
  });
});
