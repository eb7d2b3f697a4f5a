import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
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
const live: Partial<Record<Profile, ValidateFunction>> = {};

beforeAll(async () => {
  const ajv = new Ajv2020({ strict: false, strictNumbers: true, allErrors: true });
  const model = await load(SCHEMA);
  for (const profile of PROFILES) {
    const { defs } = toRules(applyProfile(model, profile));
    const $defs = Object.fromEntries([...defs].map(([title, { schema }]) => [title, schema]));
    live[profile] = ajv.compile({ $defs, $ref: "#/$defs/Claims" });
  }
});

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

describe.each(PROFILES)("the generated %s validator", (profile) => {
  it("accepts valid claims, as ajv does", () => {
    fc.assert(
      fc.property(validClaims, (claims) => {
        expect([live[profile]?.(claims), compiled[profile](claims)]).toEqual([true, true]);
      }),
      { numRuns: 300 },
    );
  });

  it("finds the same faults in the same places as ajv", () => {
    const verdicts = new Set<unknown>();
    fc.assert(
      fc.property(mutatedClaims, (claims) => {
        const verdict = live[profile]?.(claims);
        verdicts.add(verdict);
        expect(compiled[profile](claims)).toBe(verdict);
        expect(places(compiled[profile].errors ?? [])).toEqual(places(live[profile]?.errors ?? []));
      }),
      { numRuns: 1000 },
    );
    expect([...verdicts].sort()).toEqual([false, true]);
  });
});
