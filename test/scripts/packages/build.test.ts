import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, unzipSync } from "fflate";
import { parseTar } from "nanotar";
import { beforeAll, describe, expect, it } from "vitest";
import type { PackagedFile } from "../../../scripts/packages/archives.js";
import { buildPackages, PACKAGE_IDS } from "../../../scripts/packages/build.js";
import { readRelease } from "../../../scripts/packages/release.js";
import { ROOT } from "../../support/copies.js";

/** Those that need no compiler. The jar is built by `npm run test:languages`. */
const ids = PACKAGE_IDS.filter((id) => id !== "java");

/** The paths and texts of the files in a package. */
function unpacked({ path, content }: PackagedFile): [path: string, text: string][] {
  const bytes = content as Uint8Array;
  const files = /\.(whl|zip)$/.test(path)
    ? Object.entries(unzipSync(bytes))
    : parseTar(gunzipSync(bytes)).map(({ name, data }) => [name, data ?? new Uint8Array()] as const);
  return files.map(([name, data]) => [name, new TextDecoder().decode(data)]);
}

describe.each(ids)("the package %s", (id) => {
  let built: readonly PackagedFile[];
  let files: readonly [path: string, text: string][];
  beforeAll(async () => {
    built = await buildPackages([id]);
    files = built.filter(({ content }) => typeof content !== "string").flatMap(unpacked);
  });

  it("holds every bundle and vector, byte for byte, and the licence", async () => {
    const textOf = (path: string) => files.find(([name]) => name.endsWith(`/${path}`))?.[1];
    for (const folder of ["bundles", "vectors"]) {
      const names = readdirSync(join(ROOT, "generated", folder)).filter(
        (name) => !/^(package\.json|LICENSE)$/.test(name),
      );
      for (const name of names) {
        expect(textOf(`${folder}/${name}`)).toBe(readFileSync(join(ROOT, "generated", folder, name), "utf8"));
      }
    }
    expect(textOf("LICENSE")).toBe(readFileSync(join(ROOT, "LICENSE"), "utf8"));
  });

  it("has the same bytes when it is built again, in another time zone", async () => {
    const zone = process.env.TZ;
    try {
      process.env.TZ = "Pacific/Auckland";
      expect(digests(await buildPackages([id]))).toEqual(digests(built));
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  it("leaves no word of a template open", async () => {
    const { data } = readRelease();
    const own = (path: string) => !data.some((file) => path.endsWith(`/${file.path}`));
    expect(files.filter(([path, text]) => own(path) && text.includes("{{"))).toEqual([]);
  });
});

function digests(files: readonly PackagedFile[]): string[] {
  return files.map(({ content }) => createHash("sha256").update(content).digest("hex"));
}
