import { readFileSync } from "node:fs";

/** The version of this package, which what is published apart from it carries. */
export function packageVersion(): string {
  const { version }: { version: string } = JSON.parse(
    readFileSync(new URL("../../../package.json", import.meta.url), "utf8"),
  );
  return version;
}
