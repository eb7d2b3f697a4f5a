import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ReleaseInput } from "./release-problems.js";
import { lastRelease, type Release, storedRelease } from "./releases.js";

/** Reads what decides whether a checkout may be published. */
export async function readReleaseInput(root: string): Promise<ReleaseInput> {
  const schemaFolder = join(root, "schema");
  const now = await currentRelease(root);
  const [kept, last, changelog] = await Promise.all([
    storedRelease(schemaFolder, now.version),
    lastRelease(schemaFolder),
    readFile(join(root, "CHANGELOG.md"), "utf8"),
  ]);
  return { now, kept, last, changelog };
}

async function currentRelease(root: string): Promise<Release> {
  const read = (path: string): Promise<string> => readFile(join(root, path), "utf8");
  const { version }: { version: string } = JSON.parse(await read("package.json"));
  const [text, index] = await Promise.all([
    read("generated/bundles/claims.rules-mint.2020-12.json"),
    read("generated/bundles/index.json"),
  ]);
  return { version, text, index };
}
