import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "./support/copies.js";

const section = /## What is promised[\s\S]*?(?=\n## )/.exec(readFileSync(join(ROOT, "SECURITY.md"), "utf8"))?.[0] ?? "";
const promises = section.split("\n").filter((line) => line.startsWith("| ") && !line.startsWith("| promise"));

describe("SECURITY.md", () => {
  it.each(promises.filter((line) => !line.startsWith("| ---")))("names tests that exist: %s", (line) => {
    const paths = [...line.matchAll(/`(test\/[^`]+)`/g)].map(([, path]) => path as string);
    expect(paths).not.toEqual([]);
    expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});
