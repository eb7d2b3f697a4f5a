import { gzipSync } from "node:zlib";
import { build } from "esbuild";

export interface BundleSize {
  readonly what: string;
  readonly platform: "node" | "browser";
  /** Bytes of everything in one minified file, gzipped. */
  readonly gzip: number;
  /** The bytes that it may have; absent for a peer. */
  readonly budget?: number;
}

const OURS = 'export { AccessToken, TokenVerifier } from "livekit-claims";';
const PEER = 'export { AccessToken, TokenVerifier } from "livekit-server-sdk";';

/** What minting and verifying cost a bundle: the built package by esbuild, dependencies included. */
export async function bundleSizes(): Promise<BundleSize[]> {
  return [
    { what: "livekit-claims", platform: "node", gzip: await gzipped(OURS, "node"), budget: 14_500 },
    { what: "livekit-claims", platform: "browser", gzip: await gzipped(OURS, "browser"), budget: 18_500 },
    { what: "livekit-server-sdk", platform: "node", gzip: await gzipped(PEER, "node") },
  ];
}

async function gzipped(code: string, platform: "node" | "browser"): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: process.cwd() },
    bundle: true,
    minify: true,
    format: "esm",
    platform,
    write: false,
    logLevel: "error",
  });
  return gzipSync(outputFiles[0]?.contents ?? "", { level: 9 }).length;
}
