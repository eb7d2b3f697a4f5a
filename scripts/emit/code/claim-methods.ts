import { getDef, type Member, type Model } from "../../model/model.js";
import { REGISTERED_CLAIMS } from "../../model/registered-claims.js";

/** The methods of AccessToken for a claim. */
export interface ClaimMethods {
  readonly claim: Member;
  /** The method that sets the claim, such as "withName". */
  readonly set: string;
  /** The method that adds members to the claim, such as "addGrants". Only for claims that hold grants. */
  readonly add?: string;
}

/**
 * Returns the methods of each claim, in schema order. A method is named after its claim, with "Grants" at the end
 * for grants, unless `x-method` has another name. Registered claims have methods only when they have `x-method`.
 */
export function claimMethods(model: Model): ClaimMethods[] {
  return getDef(model, "Claims").members.flatMap((claim) => {
    const methodName = claim.schema["x-method"] as string | undefined;
    if (methodName === undefined && REGISTERED_CLAIMS.has(claim.name)) return [];
    const grants = isGrants(model, claim);
    const name = methodName ?? `${capitalize(claim.name)}${grants ? "Grants" : ""}`;
    return [{ claim, set: `with${name}`, ...(grants ? { add: `add${name}` } : {}) }];
  });
}

/** Whether a claim holds an object of our schemas, and not a map, a list or an imported message. */
function isGrants(model: Model, { shape, value }: Member): boolean {
  return shape === "single" && value.kind === "object" && getDef(model, value.name).origin === "grants";
}

function capitalize(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}
