import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "./support/copies.js";

const testsBelow = (folder: string): string[] =>
  readdirSync(join(ROOT, "test", folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".test.ts"))
    .map((path) => join(folder, path));

/**
 * Returns the file or folder that a test is about: src/mint/access-token.ts for
 * "src/mint/access-token.to-jwt.test.ts".
 */
const subjectOf = (test: string): string => join(dirname(test), basename(test).split(".")[0] as string);

describe("the layout of tests", () => {
  it.each([...testsBelow("src"), ...testsBelow("scripts")])("%s has the path of the file that it tests", (test) => {
    const subject = join(ROOT, subjectOf(test));
    expect(existsSync(`${subject}.ts`) || existsSync(subject)).toBe(true);
  });
});

describe("the top of scripts/", () => {
  const { scripts } = JSON.parse(readPackage()) as { scripts: Record<string, string> };

  it.each(readdirSync(join(ROOT, "scripts")).filter((name) => name.endsWith(".ts")))("%s is an npm script", (file) => {
    expect(Object.values(scripts).some((command) => command.includes(`scripts/${file}`))).toBe(true);
  });
});

describe("the top of src/", () => {
  it.each(readdirSync(join(ROOT, "src")).filter((name) => name.endsWith(".ts")))(
    "%s is an entry of the package",
    (file) => {
      expect(readPackage()).toMatch(new RegExp(`dist/${file.replace(/\.ts$/, "")}\\.c?js"`));
    },
  );
});

function readPackage(): string {
  return readFileSync(join(ROOT, "package.json"), "utf8");
}
