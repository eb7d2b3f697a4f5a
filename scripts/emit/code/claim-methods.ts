import { getDef, type Member, type Model } from "../../model/model.js";
import { REGISTERED_CLAIMS } from "../../model/registered-claims.js";

/** The methods of AccessToken for one claim. */
export interface ClaimMethods {
  readonly claim: Member;
  /** "withName": sets the claim. */
  readonly set: string;
  /** "addGrants": adds members to it. Only claims that hold grants have it. */
  readonly add?: string;
}

/**
 * The methods of each claim, in schema order. They are named after the claim, and those of grants end in "Grants", unless
 * `x-method` has another name. Claims that every JWT may have get no method without such a name.
 */
export function claimMethods(model: Model): ClaimMethods[] {
  return getDef(model, "Claims").members.flatMap((claim) => {
    const given = claim.schema["x-method"] as string | undefined;
    if (given === undefined && REGISTERED_CLAIMS.has(claim.name)) return [];
    const grants = isGrants(model, claim);
    const name = given ?? `${capitalized(claim.name)}${grants ? "Grants" : ""}`;
    return [{ claim, set: `with${name}`, ...(grants ? { add: `add${name}` } : {}) }];
  });
}

/** Whether a claim holds an object of ours, not a map, a list or an imported message. */
function isGrants(model: Model, { shape, value }: Member): boolean {
  return shape === "single" && value.kind === "object" && getDef(model, value.name).origin === "grants";
}

function capitalized(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}
