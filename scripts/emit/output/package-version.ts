import { readFileSync } from "node:fs";

/** Returns the version of this package. Bundles carry it, since they are also used without the package. */
export function packageVersion(): string {
  const { version }: { version: string } = JSON.parse(
    readFileSync(new URL("../../../package.json", import.meta.url), "utf8"),
  );
  return version;
}
