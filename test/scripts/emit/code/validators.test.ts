import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import * as generated from "../../../../generated/validators.js";
import { load } from "../../../../scripts/model/load.js";
import { getDef } from "../../../../scripts/model/model.js";
import { toRules } from "../../../../scripts/normalize/flavours.js";
import { applyProfile, type Profile } from "../../../../scripts/normalize/profiles.js";
import { SCHEMA } from "../../../support/copies.js";
import { objectsOf, placesIn } from "../../../support/edge-values.js";

const model = await load(SCHEMA);
// `load` has validated the schemas.
const ajv = new Ajv2020({ strict: false, strictNumbers: true, allErrors: true, validateSchema: false });

/** Compiles a definition of a profile with ajv. */
function live(name: string, profile: Profile): ValidateFunction {
  const $defs = Object.fromEntries(
    [...toRules(applyProfile(model, profile)).defs].map(([title, def]) => [title, def.schema]),
  );
  return ajv.compile({ $ref: `#/$defs/${name}`, $defs });
}

const checks = generated as unknown as Readonly<Record<string, generated.Validator>>;

/** Each generated validator, with the function that ajv compiles from the same schema. */
const VALIDATORS: readonly (readonly [string, generated.Validator, ValidateFunction])[] = [
  ["Claims", generated.checkClaims, live("Claims", "mint")],
  ["input Claims", generated.checkInputClaims, live("Claims", "input")],
  ["decoded Claims", generated.checkDecodedClaims, live("Claims", "decode")],
  ...model.roots
    .filter((root) => root !== "Claims")
    .map((root) => [root, checks[`check${root}`] as generated.Validator, live(root, "input")] as const),
];

interface Reported {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Returns the places of errors. Skips errors that only follow from another one. */
function places(errors: readonly Reported[] | null | undefined): string[] {
  const own = (errors ?? []).filter((e) => e.keyword !== "if" && e.keyword !== "anyOf" && e.params.type !== "null");
  const pointers = own.map(({ instancePath, params }) => {
    const member = params.additionalProperty ?? params.missingProperty ?? params.member;
    return member === undefined ? instancePath : `${instancePath}/${member}`;
  });
  return [...new Set(pointers)].sort();
}

describe("a generated validator agrees with ajv on the same schema", () => {
  it("exists for each schema file, and for the claims of each profile", () => {
    const names = [...model.roots.map((root) => `check${root}`), "checkInputClaims", "checkDecodedClaims"];
    expect(Object.keys(generated).sort()).toEqual(names.sort());
    expect(new Set(VALIDATORS.map(([, validate]) => validate))).toEqual(new Set(Object.values(generated)));
  });

  describe.each(VALIDATORS)("%s", (title, validate, live) => {
    it.each([...placesIn(model, title.replace(/^(input|decoded) /, ""))])("%s", (name, around) => {
      const values = objectsOf(getDef(model, name)).map(around);
      const expected = values.map((value) => ({ value, valid: live(value), at: places(live.errors) }));
      expect(values.map((value) => ({ value, valid: validate(value), at: places(validate.errors) }))).toEqual(expected);
      expect(new Set(expected.map(({ valid }) => valid))).toEqual(new Set([false, true]));
    });
  });
});

describe("members that no quick look knows", () => {
  const whole = { exp: 1, iss: "a", sub: "b", video: { roomJoin: true, room: "a", canPublish: false } };

  it.each<[string, object, readonly string[]]>([
    ["undefined members, and as many unknown ones", { ...whole, name: undefined, nam: "a" }, ["/nam"]],
    ["optional members", { ...whole, jti: "a", video: { ...whole.video, hidden: true, agent: true } }, []],
    ["an optional member and an invalid one", { ...whole, jti: "a", sha256: 1 }, ["/sha256"]],
    ["an invalid optional member", { ...whole, video: { ...whole.video, agent: 1 } }, ["/video/agent"]],
  ])("%s", (_what, claims, expected) => {
    generated.checkInputClaims(claims);
    expect(places(generated.checkInputClaims.errors)).toEqual(expected);
  });

  it("are listed with the others, in the order of the value", () => {
    generated.checkInputClaims({ nam: "a", video: { agent: 1, room: 2, rom: "a", hidden: 3 }, jti: 4, iss: 5 });
    const paths = generated.checkInputClaims.errors?.map(
      (e) => `${e.instancePath}/${e.params.additionalProperty ?? ""}`,
    );
    expect(paths).toEqual(["/nam", "/video/agent/", "/video/room/", "/video/rom", "/video/hidden/", "/jti/", "/iss/"]);
  });
});

describe("an undefined element is rejected", () => {
  it.each([
    ["a list of strings", generated.checkAgentThreadGrants, { threadIds: [undefined] }, ["/threadIds/0"]],
    ["a list with a hole", generated.checkAgentThreadGrants, { threadIds: new Array(1) }, ["/threadIds/0"]],
    ["a list of objects", generated.checkRoomConfiguration, { agents: [undefined] }, ["/agents/0"]],
    ["a list of enum values", generated.checkVideoGrants, { canPublishSources: [undefined] }, ["/canPublishSources/0"]],
    ["a map", generated.checkRoomConfiguration, { tags: { a: undefined } }, ["/tags/a"]],
  ])("%s", (_what, validate, value, expected) => {
    expect(validate(value)).toBe(false);
    expect(places(validate.errors)).toEqual(expected);
  });
});

describe("the rule that roomJoin needs sub and room", () => {
  const rest = { exp: 1, iss: "a" };
  it.each([
    [{ video: { roomJoin: true, room: "a" }, sub: "b" }, []],
    [{ video: { roomJoin: false } }, []],
    [{ video: {} }, []],
    [{}, []],
    [{ video: { roomJoin: true } }, ["/sub", "/video/room"]],
    [{ video: { roomJoin: true, room: "" }, sub: "" }, ["/sub", "/video/room"]],
    [{ video: { roomJoin: true, room: "a" } }, ["/sub"]],
    [{ video: { roomJoin: true }, sub: "b" }, ["/video/room"]],
    [{ video: { roomJoin: "true" } }, ["/video/roomJoin"]],
  ])("of %j is checked at %j when minting; verifying checks only types", (value, expected) => {
    expect(generated.checkClaims({ ...rest, ...value })).toBe(expected.length === 0);
    expect(places(generated.checkClaims.errors)).toEqual(expected);
    const types = expected.filter((pointer) => pointer === "/video/roomJoin");
    expect(generated.checkDecodedClaims({ ...rest, ...value })).toBe(types.length === 0);
    expect(places(generated.checkDecodedClaims.errors)).toEqual(types);
  });
});

describe("a property added to Object.prototype", () => {
  const whole = { exp: 1, iss: "a", video: {}, attributes: {}, roomConfig: { tags: {}, agents: [{}] } };

  it.each([
    ["with the name of no member", "polluted"],
    ["with the name of a member of another object", "urls"],
  ])("%s makes no object invalid", (_what, name) => {
    inheriting(name, () => {
      for (const validate of [generated.checkClaims, generated.checkDecodedClaims]) {
        expect([validate(whole), validate.errors]).toEqual([true, null]);
      }
    });
  });

  it("hides no unknown own member", () => {
    inheriting("polluted", () => {
      expect(generated.checkClaims({ ...whole, polluted: 1 })).toBe(false);
      expect(places(generated.checkClaims.errors)).toEqual(["/polluted"]);
      expect(generated.checkClaims({ ...whole, attributes: { own: 1 } })).toBe(false);
      expect(places(generated.checkClaims.errors)).toEqual(["/attributes/own"]);
    });
  });

  function inheriting(name: string, run: () => void): void {
    Object.defineProperty(Object.prototype, name, { value: 1, enumerable: true, configurable: true, writable: true });
    try {
      run();
    } finally {
      Reflect.deleteProperty(Object.prototype, name);
    }
  }
});

describe("one mistake leads to one error", () => {
  it.each([
    ["a wrong type for a nullable member", { roomConfig: "a" }, ["/roomConfig type"]],
    [
      "an integer out of bounds and with a fraction",
      { roomConfig: { maxParticipants: 2 ** 32 + 0.5 } },
      ["/roomConfig/maxParticipants type"],
    ],
    ["a number for an enum", { kind: 3 }, ["/kind oneOfEnum"]],
    [
      "two members of a oneof",
      { roomConfig: { egress: { room: { preset: "PASSTHROUGH", advanced: {} } } } },
      ["/roomConfig/egress/room atMostOne"],
    ],
  ])("%s", (_what, value, expected) => {
    expect(generated.checkClaims({ exp: 1, iss: "a", ...value })).toBe(false);
    expect(generated.checkClaims.errors?.map((e) => `${e.instancePath} ${e.keyword}`)).toEqual(expected);
  });
});
