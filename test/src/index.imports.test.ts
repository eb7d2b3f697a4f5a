import { join } from "node:path";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { ROOT } from "../support/copies.js";

/** Returns our files that an entry imports. */
async function filesOf(entry: string): Promise<string[]> {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: [join("src", `${entry}.ts`)],
    ...{ bundle: true, write: false, metafile: true, format: "esm", external: ["#jws"] },
  });
  return Object.keys(metafile.inputs);
}

describe("jose, which encodes tokens outside Node,", () => {
  it.each([
    ["Claims", false],
    ["validateClaims", false],
    ["claimsSchema", false],
    ["TokenVerifier", false],
    ["AccessToken", true],
  ])("is part of a browser's bundle of %s: %s", async (name, expected) => {
    const { metafile } = await build({
      absWorkingDir: ROOT,
      stdin: { contents: `export { ${name} } from "./src/index.js";`, resolveDir: ROOT },
      alias: { "#jws": join(ROOT, "src", "jws", "web.ts") },
      ...{ bundle: true, write: false, metafile: true, format: "esm", platform: "browser" },
    });
    const [output] = Object.values(metafile.outputs);
    const bundled = Object.entries(output?.inputs ?? {}).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
    expect(bundled.some(([path]) => /(^|\/)node_modules\/jose\//.test(path))).toBe(expected);
  });
});

describe("the table of targets", () => {
  it("is part of livekit-claims/targets", async () => {
    expect(await filesOf("targets")).toContain("generated/targets.ts");
  });

  it("is not part of livekit-claims", async () => {
    expect((await filesOf("index")).filter((file) => /generated\/targets|protocol-version/.test(file))).toEqual([]);
  });
});
