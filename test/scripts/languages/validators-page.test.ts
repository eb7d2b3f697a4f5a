import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readValidators, validatorsPage } from "../../../scripts/languages/validators-page.js";
import { ROOT } from "../../support/copies.js";

const { validators, disagreements } = readValidators();

describe("the page of the validators", () => {
  const disagreement = (validator: string, why: string) => ({
    validator,
    why,
    cases: [{ schema: { type: ["a", "b"] }, instance: '"|"', others: ["/a", "/b"], theirs: [""] }],
  });
  const page = validatorsPage(
    [
      { name: "one", title: "One 1.0.0", notes: ["Mind this", "and that"] },
      { name: "two", title: "Two 2.0.0" },
      { name: "three", title: "Three 3.0.0" },
    ],
    [disagreement("two", "It does."), disagreement("one", "It does not."), disagreement("two", "It does more.")],
  );

  it("lists each validator with its notes", () => {
    expect(page).toContain("- One 1.0.0. Mind this. and that\n- Two 2.0.0\n- Three 3.0.0\n");
  });

  it("has a section for each validator that differs, with the reason and each case", () => {
    const places = page.slice(page.indexOf("### "));
    const table = `| schema | value | other validators | this validator |
| - | - | - | - |
| \`{"type":["a","b"]}\` | \`"\\|"\` | \`"/a"\`, \`"/b"\` | \`""\` |`;
    expect(places).toBe(`### One 1.0.0

It does not.

${table}

### Two 2.0.0

It does.

${table}

It does more.

${table}
`);
  });

  it("lists the validator of every disagreement", () => {
    const names = validators.map(({ name }) => name);
    expect(disagreements.filter(({ validator }) => !names.includes(validator))).toEqual([]);
  });

  it.each(validators)("names the installed release of $title", ({ name, title }) => {
    const version = /(\d+\.\d+\.\d+)$/.exec(title)?.[1];
    expect(version).toBeDefined();
    const folder = join(ROOT, "test", "languages", "validators", name);
    const manifests = readdirSync(folder).filter((file) =>
      /^(requirements\.txt|go\.mod|Cargo\.toml|pom\.xml)$/.test(file),
    );
    const pins =
      name === "ajv"
        ? [join(ROOT, "node_modules", "ajv", "package.json")]
        : manifests.map((file) => join(folder, file));
    expect(pins).toHaveLength(1);
    expect(readFileSync(pins[0] as string, "utf8")).toMatch(
      new RegExp(`[="v> ]${version?.replaceAll(".", "\\.")}["<\\s]`),
    );
  });
});
