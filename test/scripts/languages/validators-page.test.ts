import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readValidatorSamples, readValidators, validatorsPage } from "../../../scripts/languages/validators-page.js";
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
    { samples: new Map([["two", "Run two."]]), failingOpen: ["Do not run this."] },
  );

  it("lists each validator with its notes", () => {
    expect(page).toContain("- One 1.0.0. Mind this. and that\n- Two 2.0.0\n- Three 3.0.0\n");
  });

  it("has a section for each validator that differs, with the reason and each case", () => {
    const places = page.slice(page.indexOf("### One"));
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

  it("shows the sample of a validator below its title, and those that fail open", () => {
    expect(page).toContain("### Two 2.0.0\n\nRun two.\n");
    expect(page).toContain("\n\nDo not run this.\n\n## Samples");
  });

  it("has a sample of every validator, of the release that is tested", () => {
    const { samples } = readValidatorSamples();
    expect([...samples.keys()]).toEqual(validators.map(({ name }) => name));
    for (const { name, title } of validators.filter(({ dialects }) => dialects === undefined)) {
      expect(samples.get(name), name).toContain(title.slice(title.lastIndexOf(" ") + 1));
    }
  });

  it("lists the validator of every disagreement", () => {
    const names = validators.map(({ name }) => name);
    expect(disagreements.filter(({ validator }) => !names.includes(validator))).toEqual([]);
  });

  // One of a distribution is not pinned: the suite compares nothing with another release.
  it.each(validators.filter(({ dialects }) => dialects === undefined))(
    "names the installed release of $title",
    ({ name, title }) => {
      const version = /(\d+\.\d+\.\d+)$/.exec(title)?.[1];
      expect(version).toBeDefined();
      const folder = join(ROOT, "test", "languages", "validators", name);
      const manifests = readdirSync(folder).filter((file) =>
        /^(requirements\.txt|go\.mod|Cargo\.toml|pom\.xml|package\.json)$/.test(file),
      );
      const pins =
        name === "ajv"
          ? [join(ROOT, "node_modules", "ajv", "package.json")]
          : manifests.map((file) => join(folder, file));
      expect(pins).toHaveLength(1);
      expect(readFileSync(pins[0] as string, "utf8")).toMatch(
        new RegExp(`[="v> ]${version?.replaceAll(".", "\\.")}["<\\s]`),
      );
    },
  );
});
