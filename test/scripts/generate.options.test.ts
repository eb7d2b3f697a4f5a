import { spawn } from "node:child_process";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, it } from "vitest";
import { STAGES } from "../../scripts/emit/pipeline.js";
import type { Ended } from "../../scripts/process/execute.js";
import { copyProject, edit, ROOT } from "../support/copies.js";
import { runScript } from "../support/run-script.js";

const run = (project: string, ...options: string[]): Promise<Ended> => runScript(project, "generate.ts", options);

/** Returns the content of each file of generated/ by path. */
async function contentOf(project: string): Promise<Record<string, string>> {
  const folder = join(project, "generated");
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const read = async (file: string) => [file.slice(folder.length), await readFile(file, "utf8")];
  return Object.fromEntries(await Promise.all(files.map(read)));
}

/** Copies the project and makes one file of generated/ stale, one missing and one left over. */
async function staleProject(): Promise<string> {
  const project = await copyProject();
  const generated = join(project, "generated");
  await writeFile(join(generated, "types.ts"), "old");
  await rm(join(generated, "bundles", "claims.rules-mint.2020-12.json"));
  await mkdir(join(generated, "docs"), { recursive: true });
  await writeFile(join(generated, "docs", "old.md"), "old");
  return project;
}

const DIFFERENCES = `stale        generated/types.ts
missing      generated/bundles/claims.rules-mint.2020-12.json
left over    generated/docs/old.md
`;

const FAULT = 'schema/sip-grants.schema.json#/properties/call/x-secret: must be "refuse" or "warn"\n';

describe.concurrent("npm run generate", () => {
  it("writes nothing with --check, which names differences, with an unknown option, and for a fault in a schema", async ({
    expect,
  }) => {
    const project = await staleProject();
    const before = await contentOf(project);

    const { code, stdout, stderr } = await run(project, "--check");
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `${DIFFERENCES}generated/ does not match schema/; run "npm run generate"\n`,
    });
    const lines = stdout.trimEnd().split("\n");
    expect(lines.map((line) => /^(\S+) +\d+ ms(, \d+ files)?$/.exec(line)?.[1])).toEqual([...STAGES, "all"]);

    const refused = await run(project, "--chek");
    expect({ code: refused.code, stdout: refused.stdout }).toEqual({ code: 2, stdout: "" });
    expect(refused.stderr.split("\n")[0]).toMatch(/^npm run generate \[-- --check \|/);

    await edit(join(project, "schema", "sip-grants.schema.json"), "/properties/call/x-secret", "loud");
    expect(await run(project)).toEqual({
      code: 1,
      stdout: "",
      stderr: FAULT,
    });

    expect(await contentOf(project)).toEqual(before);
  });

  it("--watch reports a fault, generates when the schema is saved again, and names and rewrites each file that differs", async ({
    expect,
  }) => {
    const project = await staleProject();
    const schema = join(project, "schema", "sip-grants.schema.json");
    const valid = await readFile(schema, "utf8");
    await edit(schema, "/properties/call/x-secret", "loud");
    const argv = ["--import", "tsx", "scripts/generate.ts", "--watch"];
    const child = spawn(process.execPath, argv, { cwd: project });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (data) => {
      stdout += data;
    });
    child.stderr.on("data", (data) => {
      stderr += data;
    });
    try {
      await expect.poll(() => stderr, { timeout: 120_000 }).toBe(FAULT);
      await writeFile(schema, valid);
      await expect.poll(() => stdout, { timeout: 120_000 }).toMatch(/^all /m);
      expect(stdout).toContain(DIFFERENCES);
      const [repaired, fresh] = await Promise.all([project, ROOT].map(contentOf));
      expect(repaired).toEqual(fresh);
    } finally {
      child.kill();
    }
  });
});
