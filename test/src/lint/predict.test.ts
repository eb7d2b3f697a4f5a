import { describe, expect, it } from "vitest";
import { type LintOptions, lint } from "../../../src/lint.js";
import { predict, target, targetNames } from "../../../src/targets.js";
import { clock, forge, NOW, payload } from "../../support/tokens.js";

const STRICT = "livekit-server@1.9.11";
const LENIENT = "livekit-server@1.13.5";
const NEWEST = targetNames().at(-1) as string;

/** Whether lint finds that the target refuses the token. */
const isRefusedByLint = (token: string, name: string): boolean => {
  const options: LintOptions = { clock, target: target(name) };
  return lint(token, options).some(({ code }) => code === "target-refuses");
};

describe("predict", () => {
  it.each<[string, string, [strict: string, lenient: string, newest: string]]>([
    ["a token", forge(payload()), ["accept", "accept", "accept"]],
    ["an unknown claim", forge(payload({ x: 1 })), ["ignore", "ignore", "ignore"]],
    [
      "an unknown member of the room configuration",
      forge(payload({ roomConfig: { x: 1 } })),
      ["refuse", "ignore", "ignore"],
    ],
    [
      "a member of the room configuration twice",
      forge(`{"iss":"k","exp":${NOW + 60},"roomConfig":{"emptyTimeout":1,"emptyTimeout":1}}`),
      ["refuse", "refuse", "refuse"],
    ],
    ["a claim twice", forge(`{"iss":"k","exp":${NOW + 60},"name":"a","name":"b"}`), ["refuse", "accept", "accept"]],
    ["an iat to come", forge(payload({ iat: NOW + 3600 })), ["refuse", "accept", "accept"]],
    ["no exp", forge(payload({ exp: undefined })), ["accept", "accept", "refuse"]],
    ["a null", forge(payload({ name: null })), ["accept", "accept", "accept"]],
    ["a grant in another case", forge(payload({ video: { RoomList: true } })), ["ignore", "accept", "accept"]],
  ])("gives the answer of lint for %s", (_, token, expected) => {
    const names = [STRICT, LENIENT, NEWEST];
    expect(names.map((name) => predict(name, token, { clock }))).toEqual(expected);
    for (const name of names) {
      expect([name, isRefusedByLint(token, name)]).toEqual([name, predict(name, token, { clock }) === "refuse"]);
    }
  });

  it("refuses what no server reads", () => {
    for (const token of ["token", forge(payload({ name: 5 })), `${forge(payload())}=`]) {
      expect(predict(NEWEST, token, { clock })).toBe("refuse");
    }
  });

  it("goes by Date.now unless a clock says otherwise", () => {
    expect(predict(STRICT, forge(payload({ iat: Math.floor(Date.now() / 1000) + 3600 })))).toBe("refuse");
  });
});

describe("predict says", () => {
  it.each<[string, unknown, object | undefined, string]>([
    ["that claims cannot be read", 5, undefined, "the claims cannot be read; pass a token, or its claims as an object"],
    ["which options it has", payload(), { clocks: 1 }, 'predict has no option "clocks"; did you mean "clock"?'],
  ])("%s", (_, tokenOrClaims, options, message) => {
    expect(() => predict(NEWEST, tokenOrClaims as string, options)).toThrow(message);
  });
});
