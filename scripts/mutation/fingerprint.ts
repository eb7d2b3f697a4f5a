import { createHash } from "node:crypto";
import { transform } from "esbuild";

/** Returns a hash of the code of a TypeScript file: comments, types and the layout do not change it. */
export async function fingerprint(source: string): Promise<string> {
  const { code } = await transform(source, { loader: "ts", minifyWhitespace: true, legalComments: "none" });
  return hashOf(code);
}

export function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
