import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type JsonSchema, transform } from "../../../scripts/model/json-schema.js";
import * as rules from "../../../scripts/normalize/rules.js";

interface Fixture {
  readonly before: JsonSchema;
  readonly after: JsonSchema;
}

const folder = new URL("fixtures/", import.meta.url);
const fixtureOf = (name: string): Fixture => JSON.parse(readFileSync(new URL(`${kebab(name)}.json`, folder), "utf8"));
const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

it("has a fixture for every exported rule, and no other", () => {
  expect(readdirSync(folder).sort()).toEqual(
    Object.keys(rules)
      .map((name) => `${kebab(name)}.json`)
      .sort(),
  );
});

describe.each(Object.entries(rules))("%s", (name, rule) => {
  const fixture = fixtureOf(name);

  it("turns the schema before into the schema after", () => {
    expect(transform(fixture.before, rule)).toStrictEqual(fixture.after);
  });

  it("does not change its input", () => {
    const before = deepFreeze(structuredClone(fixture.before));
    transform(before, rule);
    expect(before).toEqual(fixture.before);
  });

  it("is idempotent", () => {
    expect(transform(fixture.after, rule)).toStrictEqual(fixture.after);
  });

  it("leaves other schemas unchanged", () => {
    expect(transform({ type: "boolean" }, rule)).toEqual({ type: "boolean" });
  });
});

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null) for (const part of Object.values(value)) deepFreeze(part);
  return Object.freeze(value);
}
