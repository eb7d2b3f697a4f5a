import { join } from "node:path";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { ROOT } from "../support/copies.js";

/** The files of ours that an entry brings along. */
async function filesOf(entry: string): Promise<string[]> {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: [join("src", `${entry}.ts`)],
    ...{ bundle: true, write: false, metafile: true, format: "esm", external: ["#jws"] },
  });
  return Object.keys(metafile.inputs);
}

describe("the table of targets", () => {
  it("comes with livekit-claims/targets", async () => {
    expect(await filesOf("targets")).toContain("generated/targets.ts");
  });

  it("does not come with livekit-claims", async () => {
    expect((await filesOf("index")).filter((file) => /target|protocol-version/.test(file))).toEqual([]);
  });
});
