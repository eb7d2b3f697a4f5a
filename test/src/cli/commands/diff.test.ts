import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { diffSchemas, formatDiff } from "../../../../src/schema-diff/diff-schemas.js";
import { command, json } from "../../../support/run-cli.js";

const MINT = "claims.rules-mint.2020-12.json";
const DECODE = "claims.rules-decode.2020-12.json";
const read = (file: string): string =>
  readFileSync(new URL(`../../../../generated/bundles/${file}`, import.meta.url), "utf8");
const expected = diffSchemas(JSON.parse(read(DECODE)), JSON.parse(read(MINT)));

describe("livekit-claims diff", () => {
  it("prints the changes between two files", async () => {
    const files = { "old.json": read(DECODE), "new.json": read(MINT) };
    expect(expected.changes.length).toBeGreaterThan(0);
    const { code, stdout, stderr } = await command(["diff", "old.json", "new.json"], { files });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout.trimEnd()).toBe(formatDiff(expected).trimEnd());
    expect(await json(["diff", "--json", "old.json", "new.json"], { files })).toEqual(
      JSON.parse(JSON.stringify(expected)),
    );
  });

  it.each([
    ["the names of our schemas", [DECODE, MINT]],
    ["names without the extension", [DECODE.slice(0, -5), MINT.slice(0, -5)]],
    ["standard input", ["-", MINT]],
  ])("accepts %s", async (_, argv) => {
    expect(await json(["diff", "--json", ...argv], { stdin: read(DECODE) })).toMatchObject({ step: expected.step });
  });

  it("exits 0 when there is no change", async () => {
    expect(await json(["diff", "--json", MINT, MINT])).toEqual({ changes: [], step: "none" });
    expect((await command(["diff", MINT, MINT])).code).toBe(0);
  });

  const reworded = { "kept.json": read(MINT).replace('"description": "', '"description": "Once, ') };

  it.each([
    { change: "nothing", argv: [MINT, MINT], any: 0, breaking: 0 },
    { change: "words", argv: ["kept.json", MINT], any: 1, breaking: 0 },
    { change: "rules", argv: [DECODE, MINT], any: 1, breaking: 1 },
  ])("exits with the status that --fail-on asks for when $change changed", async ({ argv, any, breaking }) => {
    const code = async (...options: readonly string[]) =>
      (await command(["diff", ...options, ...argv], { files: reworded })).code;
    expect(await code()).toBe(0);
    expect({ any: await code("--fail-on", "any"), breaking: await code("--fail-on=breaking", "--json") }).toEqual({
      any,
      breaking,
    });
  });

  it.each([
    [["--fail-on", "major", MINT, MINT], "--fail-on takes breaking or any"],
    [["none.json", MINT], "OLD: cannot be read"],
    [[MINT, "none.json"], "NEW: cannot be read"],
    [[MINT, "bad.json"], "NEW: is not JSON"],
    [["list.json", MINT], "the old schema: must be a JSON object"],
    [[MINT], "the argument NEW is missing"],
    [["-", "-"], "NEW: standard input is read for OLD already"],
  ])("exits 2 for %j", async (argv, message) => {
    const files = { "bad.json": "{", "list.json": "[]" };
    const { code, stdout, stderr } = await command(["diff", ...argv], { files });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(`USAGE: ${message}`);
  });
});
