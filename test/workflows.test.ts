import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { HEAVY_STEPS, STEPS } from "../scripts/release/steps.js";
import { NODE_TOOLS } from "../scripts/runtimes/drivers/processes.js";
import { ROOT } from "./support/copies.js";

interface Workflow {
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Job {
  readonly needs?: string;
  readonly strategy?: { readonly matrix: { readonly step?: readonly string[]; readonly node?: readonly number[] } };
  readonly steps: readonly { readonly run?: string }[];
}

const FOLDER = join(ROOT, ".github", "workflows");
const workflows = readdirSync(FOLDER).map((file): [string, Workflow] => [
  file,
  parse(readFileSync(join(FOLDER, file), "utf8")),
]);
const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));

/** The scripts that workflows call and that a step of the gate runs, by that step. */
const INSIDE_STEPS: Readonly<Record<string, string>> = {
  "protocol:update": "test:update",
  "release:assets": "release",
  docs: "release",
};

const gate = new Set([...STEPS, ...HEAVY_STEPS].map(([script]) => script));

describe("the workflows", () => {
  it.each(workflows)("%s runs scripts that the gate runs", (_, { jobs }) => {
    const commands = Object.values(jobs).flatMap(({ steps }) => steps.map((step) => step.run ?? ""));
    const called = commands.flatMap((command) => [...command.matchAll(/npm run (?:--silent )?([\w:-]+)/g)]);
    const names = called.map(([, name = ""]) => INSIDE_STEPS[name] ?? name);
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => name !== "check" && !gate.has(name))).toEqual([]);
  });

  it("publish only files of a job that passed the whole check and the check of the version first", () => {
    const jobs = workflows.find(([file]) => file === "release.yml")?.[1].jobs;
    const publishing = Object.values(jobs ?? {}).filter(({ steps }) =>
      steps.some(({ run }) => run?.includes("npm publish")),
    );
    // npm runs prepublishOnly for a folder, but not for a tarball, which is published here.
    expect(publishing.map(({ needs }) => needs)).toEqual(["build"]);
    const commands = jobs?.build?.steps.map(({ run }) => run) ?? [];
    const steps = ["npm run check", "npm run schema:release -- --publish", "npm run release:assets"];
    expect(commands.filter((command) => steps.includes(command ?? ""))).toEqual(steps);
  });

  it("check every release of Node that is tested", () => {
    const ci = workflows.find(([file]) => file === "ci.yml")?.[1];
    const releases = NODE_TOOLS.map((tool) => Number(tool.slice("node-".length)));
    expect(ci?.jobs.check?.strategy?.matrix.node).toEqual(releases);
  });

  it("run each heavy step of the gate in a job of its own", () => {
    const ci = workflows.find(([file]) => file === "ci.yml")?.[1];
    const steps = new Set(HEAVY_STEPS.map(([script]) => script));
    expect(ci?.jobs.heavy?.strategy?.matrix.step).toEqual([...steps]);
  });
});

it("the steps of the gate are scripts of package.json", () => {
  expect([...STEPS, ...HEAVY_STEPS].filter(([script]) => !(script in scripts))).toEqual([]);
});
