import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { execute } from "../../scripts/process/execute.js";
import { readMeasured } from "./conformance.js";
import type { PeerSpec } from "./peer.js";
import { buildPeer } from "./peer-build.js";
import { describePeers } from "./peer-suite.js";

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const VECTORS = path("../../generated/vectors/");
const PYTHON = path("./runners/python/run_vectors.py");

/** The command of each runner, in the folder of the peer that has its SDK installed. */
const RUNNERS: Readonly<Record<string, (folder: string) => [string, ...string[]]>> = {
  go: () => ["go", "run", path("./runners/go/main.go"), VECTORS],
  python: (folder) => [`${folder}/venv/bin/python`, PYTHON, VECTORS],
};

/** Returns the lines that a runner prints. Its status is 1 when it prints any. */
async function printed(folder: string, [program, ...args]: [string, ...string[]]): Promise<string[]> {
  const { code, stdout, stderr } = await execute(program, args, { cwd: folder });
  if (code !== 0 && code !== 1) throw new Error(stderr);
  return stdout.split("\n").filter((line) => line !== "");
}

describePeers(
  "the runner of the vectors",
  (_peer, spec: PeerSpec) => {
    // The results are being recorded again.
    it.skipIf(process.env.UPDATE === "1")(
      "prints the vectors with a wrong verdict, as recorded for the peer of the same SDK",
      async () => {
        const folder = await buildPeer(spec);
        const runner = RUNNERS[spec.name];
        if (!runner) throw new Error(`there is no runner for ${spec.title}`);
        const { verifiers } = await readMeasured();
        const measured = verifiers.find(({ name }) => name === spec.name);
        const wrong = [...(measured?.accepts ?? []), ...(measured?.refuses ?? [])];
        expect((await printed(folder, runner(folder))).sort()).toEqual(wrong.sort());
      },
    );
  },
  (name) => Object.hasOwn(RUNNERS, name),
);

describe("the README of the vectors", () => {
  it("shows the Python runner", async () => {
    const [readme, runner] = await Promise.all([readFile(`${VECTORS}README.md`, "utf8"), readFile(PYTHON, "utf8")]);
    expect(readme).toContain(runner);
  });
});
