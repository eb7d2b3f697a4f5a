import { describe, expect, it } from "vitest";
import { agrees, contradictsItself, failingPlaces, type Leniency } from "./agreement.js";
import type { Failure, Verdict } from "./validators/validator.js";

const NO_LENIENCY: Leniency = { keywords: new Set(), names: undefined };

/** Parses a failure written as "keyword at" or "keyword at member". */
function failure(text: string): Failure {
  const [keyword = "", at = "", member] = text.split(" ");
  return { at, keyword, ...(member === undefined ? {} : { member }) };
}
const says = (...failures: readonly string[]): Verdict => ({
  valid: failures.length === 0,
  failures: failures.map(failure),
});

describe("the places that fail", () => {
  it.each([
    ["are none of a valid value", says(), []],
    ["are told once each", says("type /a", "enum /a"), ["/a"]],
    ["are the missing members", says("required /a b", "required /a c~/"), ["/a/b", "/a/c~0~1"]],
    ["are the members that are too many", says("additionalProperties  x"), ["/x"]],
    ["are not where an if or an anyOf only passes on", says("if ", "anyOf /a", "type /a/b"), ["/a/b"]],
    ["are where an anyOf fails of which nothing inside is told", says("anyOf /a", "type /b"), ["/a", "/b"]],
    ["are not where a value whose inside fails should be null", says("type /a", "minimum /a/b"), ["/a/b"]],
    ["are where neither choice of an anyOf fits", says("type /a", "type /a", "anyOf /a"), ["/a"]],
    ["are not taken for one another by how their names start", says("type /a", "type /ab"), ["/a", "/ab"]],
  ])("%s", (_, verdict, expected) => {
    expect(failingPlaces(verdict)).toEqual(expected);
  });
});

describe("a validator agrees", () => {
  it.each([
    ["with the same verdict", says(), says()],
    ["in another order, by other keywords", says("type /a", "required /b c"), says("false /b/c", "enum /a")],
    ["when it says both", says("if ", "type /a"), says("type /a")],
  ])("%s", (_, other, one) => {
    expect(agrees(other, one, NO_LENIENCY)).toBe(true);
  });

  it.each([
    ["when it accepts what the other refuses", says(), says("type /a")],
    ["when it refuses what the other accepts", says("type /a"), says()],
    ["when it misses a place", says("type /a"), says("type /a", "type /b")],
    ["when it has a place more", says("type /a", "type /b"), says("type /a")],
    ["when it says only around what", says("anyOf /a"), says("type /a/b", "type /a/c/d")],
    ["when it says only around one of the places", says("anyOf /a"), says("type /a/b", "type /b")],
    ["when it says something is inside where nothing is", says("anyOf /b", "type /a"), says("type /a")],
    ["when it names the value around the place", says("type /a"), says("type /a/b")],
    ["when a name only starts like another", says("anyOf /a"), says("type /ab")],
  ])("not %s", (_, other, one) => {
    expect(agrees(other, one, NO_LENIENCY)).toBe(false);
  });
});

describe("leniency", () => {
  it("for a keyword accepts its failures in place of inner ones, and no other keyword's", () => {
    const lenient: Leniency = { ...NO_LENIENCY, keywords: new Set(["false"]) };
    expect(agrees(says("false /a"), says("false /a/b"), lenient)).toBe(true);
    expect(agrees(says("type /a"), says("false /a/b"), lenient)).toBe(false);
    expect(agrees(says("false /c"), says("false /a/b"), lenient)).toBe(false);
  });

  it("for a keyword covers all inner failures, and none beside it", () => {
    const lenient: Leniency = { ...NO_LENIENCY, keywords: new Set(["anyOf"]) };
    expect(agrees(says("anyOf /a"), says("type /a/b", "type /a/c/d"), lenient)).toBe(true);
    expect(agrees(says("anyOf /a"), says("type /a/b", "type /b"), lenient)).toBe(false);
    expect(agrees(says("anyOf /a"), says("type /ab"), lenient)).toBe(false);
  });

  it("for names compares only the verdict on a value with such a name", () => {
    const lenient: Leniency = { ...NO_LENIENCY, names: /[.]/ };
    expect(agrees(says("type /a/b"), says("type /a.b"), lenient)).toBe(true);
    expect(agrees(says(), says("type /a.b"), lenient)).toBe(false);
    expect(agrees(says("type /b"), says("type /a"), lenient)).toBe(false);
    expect(agrees(says("required  y"), says("required  x.x"), lenient)).toBe(false);
  });
});

describe("a validator contradicts itself", () => {
  it("when it reports failures of a value that it accepts, or none of a value that it rejects", () => {
    expect(contradictsItself({ valid: true, failures: [failure("type /a")] })).toBe(true);
    expect(contradictsItself({ valid: false, failures: [] })).toBe(true);
    expect(contradictsItself(says())).toBe(false);
    expect(contradictsItself(says("type /a"))).toBe(false);
  });
});
