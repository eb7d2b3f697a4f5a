import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type JsonSchema, refName, transform } from "../../../scripts/json-schema.js";
import * as rules from "../../../scripts/normalise/rules.js";

interface Fixture {
  readonly before: JsonSchema;
  readonly after: JsonSchema;
  /** What the references lead to, for a rule that follows them. */
  readonly defs?: Readonly<Record<string, JsonSchema>>;
}

const folder = new URL("fixtures/", import.meta.url);
const fixtureOf = (name: string): Fixture => JSON.parse(readFileSync(new URL(`${kebab(name)}.json`, folder), "utf8"));
const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const { inlineScalars, ...plain } = rules;
/** Every rule; the one that follows references follows them into the fixture's own definitions. */
const RULES: Readonly<Record<string, (fixture: Fixture) => rules.Rule>> = {
  ...Object.fromEntries(Object.entries(plain).map(([name, rule]) => [name, () => rule])),
  inlineScalars: ({ defs = {} }) => inlineScalars((ref) => defs[refName(ref)] as JsonSchema),
};

it("every exported rule has a fixture, and every fixture a rule", () => {
  expect(readdirSync(folder).sort()).toEqual(
    Object.keys(rules)
      .map((name) => `${kebab(name)}.json`)
      .sort(),
  );
});

describe.each(Object.entries(RULES))("%s", (name, ruleFor) => {
  const fixture = fixtureOf(name);
  const rule = ruleFor(fixture);

  it("makes after of before", () => {
    expect(transform(fixture.before, rule)).toStrictEqual(fixture.after);
  });

  it("leaves its input as it is", () => {
    const before = deepFreeze(structuredClone(fixture.before));
    transform(before, rule);
    expect(before).toEqual(fixture.before);
  });

  it("changes nothing more when it runs again", () => {
    expect(transform(fixture.after, rule)).toStrictEqual(fixture.after);
  });

  it("gives a schema that it has nothing to say about as it was", () => {
    expect(transform({ type: "boolean" }, rule)).toEqual({ type: "boolean" });
  });
});

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null) for (const part of Object.values(value)) deepFreeze(part);
  return Object.freeze(value);
}
