import { describe, expect, it } from "vitest";
import { validateClaims } from "../../../src/index.js";
import { KEY } from "../../support/tokens.js";

const pointers = (value: unknown, profile: "input" | "mint" | "decode"): string[] =>
  validateClaims(value, { profile })
    .map(({ pointer }) => pointer)
    .sort();

const valid = { exp: 1, iss: KEY };

describe("validateClaims", () => {
  it.each<[value: unknown, mint: string[], decode: string[], input?: string[]]>([
    [valid, [], []],
    [{}, ["/exp", "/iss"], [], []],
    [{ exp: null, iss: null }, ["/exp", "/iss"], ["/exp", "/iss"]],
    [{ ...valid, exp: 1.5, iat: 0.5 }, ["/exp", "/iat"], []],
    [{ ...valid, nbf: -1 }, ["/nbf"], []],
    [{ ...valid, unknown: 1, video: { roomName: "r" } }, ["/unknown", "/video/roomName"], []],
    [{ ...valid, kind: "x", kindDetails: ["y"] }, ["/kind", "/kindDetails/0"], []],
    [{ ...valid, video: { canPublishSources: ["MICROPHONE"] } }, ["/video/canPublishSources/0"], []],
    [{ ...valid, video: { roomJoin: true } }, ["/sub", "/video/room"], []],
    [{ ...valid, sip: {} }, ["/sip/admin", "/sip/call"], [], []],
    [{ ...valid, sip: { call: true } }, ["/sip/admin"], [], []],
    [{ video: { roomJoin: true } }, ["/exp", "/iss", "/sub", "/video/room"], [], ["/sub", "/video/room"]],
    [{ ...valid, $schema: "claims.schema.json" }, ["/$schema"], [], []],
    [{ ...valid, $schema: 5 }, ["/$schema"], [], ["/$schema"]],
    [{ ...valid, video: { $schema: "s" } }, ["/video/$schema"], [], ["/video/$schema"]],
    [{ ...valid, sub: "\ud800" }, ["/sub"], []],
    [{ ...valid, roomConfig: null }, [], []],
    [{ ...valid, roomConfig: { empty_timeout: "60.0" } }, ["/roomConfig/empty_timeout"], [], []],
    [{ ...valid, roomConfig: { emptyTimeout: null } }, ["/roomConfig/emptyTimeout"], [], []],
    [{ ...valid, nbf: 1 }, ["/exp"], []],
    [{ ...valid, exp: 4_102_444_800_000 }, ["/exp"], []],
    [{ ...valid, roomConfig: { emptyTimeout: -1 } }, ["/roomConfig/emptyTimeout"], ["/roomConfig/emptyTimeout"]],
    [{ ...valid, sub: 5, video: [] }, ["/sub", "/video"], ["/sub", "/video"]],
    [{ ...valid, attributes: { a: 1 } }, ["/attributes/a"], ["/attributes/a"]],
    [{ ...valid, exp: Number.POSITIVE_INFINITY }, ["/exp"], ["/exp"]],
    [null, [""], [""]],
    [undefined, [""], [""]],
    ["claims", [""], [""]],
    [[], [""], [""]],
    [new Map(), [""], [""]],
  ])("returns for %j when minting %j, when decoding %j, as input %j", (value, mint, decode, input = mint) => {
    expect(pointers(value, "input")).toEqual(input);
    expect(pointers(value, "mint")).toEqual(mint);
    expect(pointers(value, "decode")).toEqual(decode);
    expect(validateClaims(value)).toEqual(validateClaims(value, { profile: "mint" }));
    expect(validateClaims(value, {})).toEqual(validateClaims(value));
  });

  it("accepts any depth only when decoding", () => {
    let deep: unknown = {};
    for (let level = 0; level < 150; level++) deep = { a: deep };
    const keywords = (profile: "input" | "mint" | "decode") =>
      validateClaims({ ...valid, deep }, { profile }).map(({ keyword }) => keyword);
    expect(keywords("decode")).toEqual([]);
    expect(keywords("mint")).toContain("json");
    expect(keywords("input")).toContain("json");
  });

  it("rejects another profile, and names those that exist", () => {
    expect(() => validateClaims(valid, { profile: "sign" as "mint" })).toThrow(
      'the option profile of validateClaims must be "input" or "mint" or "decode"; got a string',
    );
  });

  it.each(["input", "mint", "decode"] as const)("does not change the value: %s", (profile) => {
    const value = { ...valid, sub: 5, roomConfig: { empty_timeout: "60", name: null, agents: [{ agent_name: "a" }] } };
    const before = JSON.stringify(value);
    validateClaims(value, { profile });
    expect(JSON.stringify(value)).toBe(before);
    const frozen = Object.freeze({ ...valid, roomConfig: Object.freeze({ name: "n" }) });
    expect(validateClaims(frozen, { profile })).toEqual([]);
  });

  it.each(["input", "mint", "decode"] as const)("returns twenty issues, and the number of others: %s", (profile) => {
    const many = (count: number) => ({
      ...valid,
      attributes: Object.fromEntries(Array.from({ length: count }, (_, index) => [`a${index}`, index])),
    });
    expect(validateClaims(many(20), { profile })).toHaveLength(20);
    const issues = validateClaims(many(23), { profile });
    expect(issues).toHaveLength(21);
    expect(issues.slice(0, 20).map(({ pointer, keyword }) => [pointer, keyword])).toEqual(
      Array.from({ length: 20 }, (_, index) => [`/attributes/a${index}`, "type"]),
    );
    expect(issues[20]).toEqual({ path: [], pointer: "", keyword: "more", message: "and 3 more" });
  });
});
