import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { bundleSizes } from "../../scripts/bench/bundle-size.js";
import { changedFiles, copyRepository } from "../support/repository.js";
import { addCanTranscribe, addTelemetryGrants } from "./additions.js";

/** A copy with a new grant and a new member of another grant, after `npm run generate`. */
let folder: string;

beforeAll(async () => {
  folder = await copyRepository();
  await addTelemetryGrants(folder);
  await addCanTranscribe(folder);
  run("npx", "biome", "format", "--write", "schema");
  run("npm", "run", "--silent", "generate");
});

const run = (command: string, ...args: string[]): string =>
  execFileSync(command, args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
const read = (path: string): string => readFileSync(join(folder, path), "utf8");

/** Returns the value of an expression over the exports of the package in the copy, which must be JSON. */
function evaluate(expression: string): unknown {
  const code = `
    import * as api from "./src/index.js";
    import * as validators from "./generated/validators.js";
    const token = api.AccessToken.withApiKey("key", "secret-of-at-least-32-characters").withIdentity("alice");
    const claimsOf = async (draft) => api.Claims.fromUnverified(await draft.toJwt());
    const fault = (draft) => draft.toJwt().then(() => "minted", (error) => error.issues[0].pointer);
    console.log(JSON.stringify(await (async () => (${expression}))()));`;
  const options = ["--import", "tsx", "-C", "livekit-claims-source", "--input-type=module"];
  return JSON.parse(run(process.execPath, ...options, "--eval", code));
}

describe("a grant of one schema file, a property of Claims and a line of history for each member", () => {
  it("changes only generated files", () => {
    const written = [
      ...["schema/claims.schema.json", "schema/telemetry-grants.schema.json", "schema/video-grants.schema.json"],
      "schema/protocol/history.json",
    ];
    const generated = [
      ...["README.md", "schema/README.md"],
      ...["src/claims/input-builders.ts", "src/claims/standard-json-schemas.ts", "src/claims/standard-schemas.ts"],
    ];
    const changed = changedFiles(folder).filter((file) => !file.startsWith("generated/"));
    expect(changed).toEqual([...written, ...generated].sort());
  });

  it("has methods that set it and add to it", () => {
    expect(evaluate(`(await claimsOf(token.withTelemetryGrants({ read: true }))).telemetry`)).toEqual({ read: true });
    expect(
      evaluate(
        `(await claimsOf(token.addTelemetryGrants({ read: true }).addTelemetryGrants({ stream: "s" }))).telemetry`,
      ),
    ).toEqual({ read: true, stream: "s" });
  });

  it("has an exported builder, validator and Standard Schema", () => {
    expect(evaluate(`api.buildTelemetryGrants({ read: true, other: 1 })`)).toEqual({ read: true });
    expect(evaluate(`[validators.checkTelemetryGrants({}), validators.checkTelemetryGrants({ read: 1 })]`)).toEqual([
      ...[true, false],
    ]);
    expect(evaluate(`api.telemetryGrantsSchema["~standard"].validate({ read: true })`)).toEqual({
      value: { read: true },
    });
  });

  it("is validated with suggestions, and is part of the types", () => {
    expect(evaluate(`fault(token.withTelemetryGrants({ reed: true }))`)).toBe("/telemetry/reed");
    expect(read("generated/types.ts")).toMatch(/export interface TelemetryGrantsInit \{/);
    expect(read("generated/setters.ts")).toContain(
      "withTelemetryGrants(grants: TelemetryGrantsInit | TelemetryGrants | undefined): Token",
    );
  });

  it("is part of the bundles and of the tables in the docs", () => {
    for (const flavour of ["rules-mint", "rules-decode", "shapes"]) {
      const { $defs } = JSON.parse(read(`generated/bundles/claims.${flavour}.2020-12.json`));
      expect(Object.keys($defs.TelemetryGrants.properties)).toEqual(["read", "stream"]);
    }
    expect(read("README.md")).toContain("| `withTelemetryGrants` `addTelemetryGrants` ");
    expect(read("schema/README.md")).toContain("| `telemetry-grants.schema.json` ");
    expect(read("generated/docs/sdk-coverage.md")).toContain("| `telemetry.stream` | 1.54.0 |");
  });
});

it("sets and validates a new member of a grant, and has it in the bundles and tables", () => {
  expect(evaluate(`(await claimsOf(token.addGrants({ canTranscribe: false }))).video.canTranscribe`)).toBe(false);
  expect(evaluate(`fault(token.withGrants({ canTranscribe: "no" }))`)).toBe("/video/canTranscribe");
  expect(read("generated/bundles/video-grants.rules-mint.2020-12.json")).toContain('"canTranscribe"');
  expect(read("generated/docs/sdk-coverage.md")).toContain("| `video.canTranscribe` | 1.54.0 |");
});

// test/update runs `npm run check` with these additions.
it("needs no change by hand: what is generated passes lint, and what is built is within the budgets", async () => {
  run("npm", "run", "--silent", "lint");
  run("npm", "run", "--silent", "build");
  const sizes = await bundleSizes(folder);
  expect(sizes.filter(({ gzip, budget = gzip }) => gzip > budget)).toEqual([]);
});
