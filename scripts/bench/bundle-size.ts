import { gzipSync } from "node:zlib";
import { type BuildOptions, build } from "esbuild";

export interface BundleSize {
  /** The exports that are bundled, and their package. */
  readonly what: string;
  readonly platform: "node" | "browser";
  /** The size of the bundle in bytes: one minified file, gzipped. */
  readonly gzip: number;
  /** The largest size allowed, in bytes. Absent for another library. */
  readonly budget?: number;
}

/**
 * The largest sizes of `{ AccessToken, TokenVerifier }` in bytes, with room for a grant (120). About 1,700 of them are checks of
 * input that is refused: options, keys, bodies, targets, floods of faults, and values that throw when they are read. 300 are
 * short cuts for common claims.
 */
export const BUDGETS = { node: 16_280, browser: 16_820 } as const;

const BOTH = "{ AccessToken, TokenVerifier }";

const BUNDLES: readonly Omit<BundleSize, "gzip">[] = [
  { what: `${BOTH} of livekit-claims`, platform: "node", budget: BUDGETS.node },
  { what: `${BOTH} of livekit-claims`, platform: "browser", budget: BUDGETS.browser },
  { what: "{ Claims } of livekit-claims", platform: "browser", budget: 9_120 },
  { what: `${BOTH} of livekit-server-sdk`, platform: "node" },
];

/**
 * Measures what an import adds to an application: bundles the built package and its dependencies with esbuild.
 *
 * @param folder the folder from which the packages resolve
 */
export function bundleSizes(folder: string): Promise<BundleSize[]> {
  return Promise.all(BUNDLES.map(async (bundle) => ({ ...bundle, gzip: await gzipped(bundle, folder) })));
}

async function gzipped({ what, platform }: Pick<BundleSize, "what" | "platform">, folder: string): Promise<number> {
  const [names, name] = what.split(" of ");
  const options: BuildOptions = { bundle: true, minify: true, format: "esm", platform, logLevel: "error" };
  const stdin = { contents: `export ${names} from "${name}";`, resolveDir: folder };
  const { outputFiles } = await build({ ...options, stdin, write: false });
  return gzipSync(outputFiles[0]?.contents ?? "", { level: 9 }).length;
}
