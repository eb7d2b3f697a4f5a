import { describe, expect, it } from "vitest";
import { FINDINGS } from "../../../../src/lint.js";
import { target } from "../../../../src/targets.js";
import { findingsOf, found, payload } from "../../../support/lint.js";
import { forge, NOW } from "../../../support/tokens.js";

const strict = { target: target("livekit-server@1.9.11") };
const lenient = { target: target("livekit-server@1.13.5") };
const configured = (roomConfig: unknown) => forge(payload({ roomConfig }));

describe("a server that refuses unknown members of a room configuration", () => {
  it.each<[string, object, string[]]>([
    ["a young member", { tags: { a: "b" } }, ["/roomConfig/tags"]],
    ["a young member that is null", { tags: null }, ["/roomConfig/tags"]],
    ["an unknown member", { agents: [{ agent_nam: "a" }] }, ["/roomConfig/agents/0/agent_nam"]],
    ["an unknown value", { agents: [{ restart_policy: "NEVER" }] }, ["/roomConfig/agents/0/restart_policy"]],
    ["an old member that is null", { emptyTimeout: null }, []],
    ["a young value by its number", { egress: { participant: { preset: 8 } } }, []],
    ["a number that no value has", { egress: { participant: { preset: 99 } } }, []],
  ])("is reported for %s", (_, roomConfig, pointers) => {
    const refused = findingsOf("target-refuses", configured(roomConfig), strict);
    expect(refused.map(({ pointer }) => pointer)).toEqual(pointers);
    expect(findingsOf("target-refuses", configured(roomConfig), lenient)).toEqual([]);
  });

  it("is named in the finding, with the intended member as the fix", () => {
    const [refused] = findingsOf("target-refuses", configured({ max_participant: 5 }), strict);
    expect(refused).toMatchObject({
      severity: "error",
      message: 'is not known to livekit-server@1.9.11, which refuses a token that has it, with 401 "invalid token"',
      fix: 'Write "maxParticipants".',
    });
  });

  it("is only asked for its check when it is a target of the user", () => {
    const own = { target: { name: "a server", check: () => [] } };
    expect(found(configured({ max_participant: 5 }), own)).toEqual([
      "unknown-in-room-config /roomConfig/max_participant",
    ]);
  });
});

describe("what a server refuses although it knows it", () => {
  const old = { target: target("livekit-server@1.12.0") };
  const refuses = 'and livekit-server@1.12.0 refuses the token for it, with 401 "invalid token"';
  it.each<[string, unknown, string, string, string]>([
    [
      "an iat to come",
      payload({ iat: NOW + 61 }),
      "/iat",
      `is in the future, ${refuses}`,
      FINDINGS["issued-in-future"].fix,
    ],
    [
      "a claim twice",
      forge(JSON.stringify(payload()).replace("{", '{"sub":"bob",')),
      "/sub",
      `occurs twice in one object, ${refuses}`,
      FINDINGS["duplicate-member"].fix,
    ],
  ])("is reported: %s", (_, tokenOrClaims, pointer, message, fix) => {
    expect(findingsOf("target-refuses", tokenOrClaims, old)).toMatchObject([{ pointer, message, fix }]);
    expect(findingsOf("target-refuses", tokenOrClaims, lenient)).toEqual([]);
  });

  it("is a token without exp, with the fix for one", () => {
    const { exp: _, ...claims } = payload();
    const [refused] = findingsOf("target-refuses", claims, { target: target("livekit-server@1.13.6") });
    expect(refused).toMatchObject({ pointer: "/exp", fix: expect.stringMatching(/^Write a number of seconds/) });
  });
});

it("a check that throws is an option that cannot be used", () => {
  const check = () => {
    throw new Error("private");
  };
  expect(findingsOf("unusable-option", payload(), { target: { name: "a server", check } })).toMatchObject([
    { pointer: "", message: "the check of the option target threw an error" },
  ]);
});
