import { Buffer } from "node:buffer";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { build } from "esbuild";
import * as fc from "fast-check";
import type * as Api from "../../../src/index.js";
import { KEY, SECRET } from "../../support/tokens.js";
import { atNow, edited, tokens } from "../arbitraries.js";
import { layer } from "../layer.js";
import { read, type TokenCase } from "../oracles.js";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** Imports the library with WebCrypto. This process has the library with node:crypto. */
async function importWebBuild(): Promise<typeof Api> {
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, "src/index.ts")],
    alias: { "#jws": join(ROOT, "src/jws/web.ts") },
    bundle: true,
    format: "esm",
    platform: "node",
    write: false,
    absWorkingDir: ROOT,
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0]?.contents ?? "").toString("base64")}`);
}

const web = await importWebBuild();

/** Compares the builds for Node and for the web: the same claims, or errors with the same code. */
export const builds = layer(
  "builds",
  fc.oneof(tokens, edited(tokens, fc.string({ maxLength: 2, unit: "binary" }))).map(atNow),
  async (testCase: TokenCase) => {
    const ours = await read(testCase);
    const verifier = web.TokenVerifier.withApiKey(KEY, SECRET, { clock: () => testCase.now * 1000 });
    const theirs = await verifier.verify(testCase.token).then(
      (claims) => ({ claims }),
      (error: { code: string }) => ({ refused: error.code }),
    );
    if (!isDeepStrictEqual(ours, theirs)) {
      throw new Error(`on Node: ${JSON.stringify(ours)}; on the web: ${JSON.stringify(theirs)}`);
    }
  },
);
