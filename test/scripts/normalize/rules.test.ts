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

it("every exported rule has a fixture, and every fixture a rule", () => {
  expect(readdirSync(folder).sort()).toEqual(
    Object.keys(rules)
      .map((name) => `${kebab(name)}.json`)
      .sort(),
  );
});

describe.each(Object.entries(rules))("%s", (name, rule) => {
  const fixture = fixtureOf(name);

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
