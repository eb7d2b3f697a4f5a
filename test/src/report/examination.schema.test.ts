import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { junk, mutatedClaims } from "../../support/arbitrary-claims.js";
import { ROOT } from "../../support/copies.js";
import { command } from "../../support/run-cli.js";
import { forge, NOW, payload } from "../../support/tokens.js";

const read = (name: string): object =>
  JSON.parse(readFileSync(`${ROOT}/schema/reports/${name}.json`, "utf8")) as object;

/** Members that the schemas do not name are for later releases; today's reports have none. */
const closed = (schema: unknown): unknown => {
  if (typeof schema !== "object" || schema === null || Array.isArray(schema)) {
    return Array.isArray(schema) ? schema.map(closed) : schema;
  }
  const members = Object.fromEntries(Object.entries(schema).map(([name, value]) => [name, closed(value)]));
  return "properties" in schema ? { ...members, additionalProperties: false } : members;
};
const ajv = new Ajv2020({ strict: true, strictTypes: false, allowUnionTypes: true });
const findings = ajv.compile(closed(read("findings")) as object);
const inspection = ajv.compile(closed(read("inspection")) as object);

it("reports are what their schemas say, whatever is looked at", async () => {
  const texts = fc.oneof(
    fc.string(),
    fc.tuple(junk, junk).map(([head, claims]) => forge(claims ?? null, { header: head ?? null })),
    mutatedClaims.map((claims) => forge(JSON.stringify(claims) ?? "null")),
    mutatedClaims.map((roomConfig) => forge(payload({ roomConfig }))),
  );
  const options = fc.constantFrom<string[]>(
    [],
    ["--target", "livekit-server@1.9.11"],
    ["--now", new Date((NOW + 3600) * 1000).toISOString()],
  );
  const call = fc.constantFrom<string[]>([], ["--for", "CreateRoom"], ["--for", "SendData", "--room", "r"]);
  await fc.assert(
    fc.asyncProperty(texts, options, call, async (stdin, argv, asked) => {
      const { stdout } = await command(["inspect", "-", "--json", ...argv, ...asked], { stdin });
      expect([inspection(JSON.parse(stdout)), inspection.errors]).toEqual([true, null]);
      if (stdin.trim().startsWith("{")) return;
      const linted = await command(["lint", "-", "--json", ...argv], { stdin });
      expect([findings(JSON.parse(linted.stdout)), findings.errors]).toEqual([true, null]);
    }),
    { numRuns: 150 },
  );
});

it("reports on several tokens say in which line each is", async () => {
  const stdin = `\n${forge(payload())}\n\n${forge(payload({ exp: 1 }))}\n`;
  for (const [name, validate] of [
    ["inspect", inspection],
    ["lint", findings],
  ] as const) {
    const { stdout } = await command([name, "--json"], { stdin: `log:${stdin}` });
    const reports = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as { line: number });
    expect(reports.map(({ line }) => line)).toEqual([2, 4]);
    for (const report of reports) expect([validate(report), validate.errors]).toEqual([true, null]);
  }
});
