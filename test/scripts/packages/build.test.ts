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

/** The texts of the files in a package, by path. */
function unpacked({ path, content }: PackagedFile): Readonly<Record<string, string>> {
  const bytes = content as Uint8Array;
  const files = /\.(whl|zip)$/.test(path)
    ? Object.entries(unzipSync(bytes))
    : parseTar(gunzipSync(bytes)).map(({ name, data }) => [name, data ?? new Uint8Array()] as const);
  return Object.fromEntries(files.map(([name, data]) => [name, new TextDecoder().decode(data)]));
}

const isArchive = ({ content }: PackagedFile): boolean => typeof content !== "string";

describe.each(ids)("the package %s", (id) => {
  let built: readonly PackagedFile[];
  beforeAll(async () => {
    built = await buildPackages([id]);
  });

  it("holds every bundle and vector, byte for byte, and the licence", async () => {
    const [archive] = built.filter(isArchive);
    const files = Object.entries(unpacked(archive as PackagedFile));
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
    const files = built.filter(isArchive).flatMap((file) => Object.entries(unpacked(file)));
    expect(files.filter(([path, text]) => own(path) && text.includes("{{"))).toEqual([]);
  });
});

function digests(files: readonly PackagedFile[]): string[] {
  return files.map(({ content }) => createHash("sha256").update(content).digest("hex"));
}
