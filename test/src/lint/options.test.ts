import { describe, expect, it } from "vitest";
import { type LintOptions, lint } from "../../../src/lint.js";
import { findingsOf, lintNow, payload } from "../../support/lint.js";

describe("lint", () => {
  it.each<[unknown, string]>([
    [{ unknownName: 1 }, 'lint has no option "unknownName"; its options are target, limits, apiKey, secret, clock'],
    [{ secrets: "tell nobody" }, 'lint has no option "secrets"; did you mean "secret"?'],
    [{ limits: { roomname: 5 } }, 'limits has no option "roomname"; did you mean "roomName"?'],
  ])("throws for %j, whose name is of no option", (options, message) => {
    expect(() => lint(payload(), options as LintOptions)).toThrow(
      expect.objectContaining({ code: "INVALID_ARGUMENT", message }),
    );
  });

  it.each<[unknown, string]>([
    [null, "null"],
    [5, "a number"],
    ["text", "a string"],
    [[], "an array"],
    [Promise.resolve({}), "an instance of Promise"],
  ])("throws for %j, which has no options", (options, got) => {
    const message = `the options of lint must be a plain object; got ${got}`;
    expect(() => lint(payload(), options as LintOptions)).toThrow(
      expect.objectContaining({ code: "INVALID_ARGUMENT", message }),
    );
  });
});

describe("an invalid option is a finding with its name", () => {
  const target = "a target made by target() of livekit-claims/targets";
  const limits = "an object of numbers that are not negative";
  const secret = "a string, or an array of strings";
  const clock = "a function that returns the milliseconds since 1970";
  it.each<[keyof LintOptions, unknown, string]>([
    ["target", 5, target],
    ["target", () => [], target],
    ["target", { name: "a", check: 5 }, target],
    ["limits", 5, limits],
    ["limits", [], limits],
    ["limits", { identity: "5" }, limits],
    ["limits", { identity: -1, metadata: 5 }, limits],
    ["apiKey", 5, "a string"],
    ["secret", 5, secret],
    ["secret", ["a", 5], secret],
    ["clock", 5, clock],
    ["clock", () => "5", clock],
    ["clock", () => Number.NaN, clock],
  ])("%s: %o must be %s", (name, value, rule) => {
    const findings = findingsOf("unusable-option", payload(), { [name]: value });
    expect(findings.map(({ message }) => message)).toEqual([`the option ${name} must be ${rule}`]);
  });

  it("when its value cannot be read", () => {
    const unreadable = {
      get identity(): number {
        throw new Error("private");
      },
    };
    expect(findingsOf("unusable-option", payload(), { limits: unreadable })).toMatchObject([
      { message: `the option limits must be ${limits}` },
    ]);
  });

  it("beside the findings of the others", () => {
    const codes = lintNow(payload({ exp: 0, nbf: 0 }), { limits: 5 as never }).map(({ code }) => code);
    expect(codes).toEqual(["unusable-option", "expired"]);
  });
});

it("what is no option, or no limit, is an error", () => {
  const lint = (options: object) => () => lintNow(payload(), options);
  expect(lint({ secrets: [] })).toThrow('lint has no option "secrets"; did you mean "secret"?');
  expect(lint({ other: 1 })).toThrow("its options are target, limits, apiKey, secret, clock");
  expect(lint({ limits: { room: 1 } })).toThrow('limits has no option "room"');
});

it("options that are undefined are as absent", () => {
  const options = { target: undefined, limits: undefined, apiKey: undefined, secret: undefined };
  expect(lintNow(payload(), options as object)).toEqual([]);
});

it("several secrets are each looked for", () => {
  const [first, second] = ["a".repeat(32), "b".repeat(32)];
  const claims = payload({ name: first, metadata: second });
  expect(findingsOf("secret-in-token", claims, { secret: [first, second] })).toHaveLength(2);
  expect(findingsOf("secret-in-token", claims, { secret: second })).toHaveLength(1);
});
