import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as generated from "../../../../generated/validators.js";
import { load } from "../../../../scripts/model/load.js";
import { toRules } from "../../../../scripts/normalize/flavours.js";
import { applyProfile, PROFILES, type Profile } from "../../../../scripts/normalize/profiles.js";
import { mutatedClaims, validClaims } from "../../../support/arbitrary-claims.js";
import { SCHEMA } from "../../../support/copies.js";

const compiled = {
  input: generated.checkInputClaims,
  mint: generated.checkClaims,
  decode: generated.checkDecodedClaims,
};
const model = await load(SCHEMA);
const ajv = new Ajv2020({ strict: false, strictNumbers: true, allErrors: true, validateSchema: false });

function compile(profile: Profile): ValidateFunction {
  const { defs } = toRules(applyProfile(model, profile));
  const $defs = Object.fromEntries([...defs].map(([title, { schema }]) => [title, schema]));
  return ajv.compile({ $defs, $ref: "#/$defs/Claims" });
}

const live = { input: compile("input"), mint: compile("mint"), decode: compile("decode") };

type Validator = ValidateFunction | generated.Validator;
type Found = Pick<ErrorObject, "instancePath" | "keyword" | "params"> & { readonly schemaPath?: string };

/** Returns the places of errors. For an unknown, missing or excess member, this is the member, not its object. */
function places(errors: readonly Found[]): string[] {
  const members = errors.filter(isFault).map(({ instancePath, params }) => {
    const member = params.additionalProperty ?? params.missingProperty ?? params.member;
    return member === undefined ? instancePath : `${instancePath}/${member}`;
  });
  return [...new Set(members)].sort();
}

/** Skips errors that only report the branch of a condition, or that a value is not null either. */
function isFault({ keyword, schemaPath = "" }: Found): boolean {
  return keyword !== "if" && keyword !== "anyOf" && !schemaPath.includes("anyOf/1");
}

/** Returns the verdict and the places of errors, by profile. */
const verdicts = (validators: Readonly<Record<Profile, Validator>>, claims: unknown) =>
  Object.fromEntries(
    PROFILES.map((profile) => [profile, [validators[profile](claims), places(validators[profile].errors ?? [])]]),
  );

describe("the generated validators of all profiles", () => {
  it("accept valid claims, as ajv does", () => {
    const accepted = Object.fromEntries(PROFILES.map((profile) => [profile, [true, []]]));
    fc.assert(
      fc.property(validClaims, (claims) => {
        expect([verdicts(live, claims), verdicts(compiled, claims)]).toEqual([accepted, accepted]);
      }),
      { numRuns: 300 },
    );
  });

  it("find the same faults in the same places as ajv", () => {
    const found = new Set<string>();
    fc.assert(
      fc.property(mutatedClaims, (claims) => {
        const expected = verdicts(live, claims);
        expect(verdicts(compiled, claims)).toEqual(expected);
        for (const [profile, [isValid]] of Object.entries(expected)) found.add(`${profile} ${isValid}`);
      }),
      { numRuns: 1000 },
    );
    expect([...found].sort()).toEqual(PROFILES.flatMap((profile) => [`${profile} false`, `${profile} true`]).sort());
  });
});
