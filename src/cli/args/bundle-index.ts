import type { Io } from "../terminal/io.js";

/** A schema that comes with the package, as generated/bundles/index.json lists it. */
export interface Bundle {
  readonly file: string;
  readonly sha256: string;
  readonly root: string;
  readonly dialect: string;
  readonly flavour: string;
  /** null for a bundle without a profile. */
  readonly profile: string | null;
  readonly protocol: string;
}

export async function readIndex({ readPackageFile }: Io): Promise<readonly Bundle[]> {
  const index: { bundles: readonly Bundle[] } = JSON.parse(await readPackageFile("generated/bundles/index.json"));
  return index.bundles;
}
