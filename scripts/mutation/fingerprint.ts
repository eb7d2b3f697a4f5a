import { transform } from "esbuild";
import { sha256 } from "../emit/output/sha256.js";

/** Returns a hash of the code of a TypeScript file: comments, types and the layout do not change it. */
export async function fingerprint(source: string): Promise<string> {
  const { code } = await transform(source, { loader: "ts", minifyWhitespace: true, legalComments: "none" });
  return hashOf(code);
}

export function hashOf(text: string): string {
  return sha256(text).slice(0, 16);
}
