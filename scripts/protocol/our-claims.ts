import { joinPath } from "../model/join-history.js";
import { getDef, type Member, type Model } from "../model/model.js";
import { REGISTERED_CLAIMS } from "../model/registered-claims.js";
import type { Declarations } from "./structs.js";

/** Returns the claims and grants of our schemas in the form of a release. An object is followed by its members. */
export function ourClaims(model: Model): Declarations {
  const declarations: Record<string, string> = {};
  const visit = (name: string, path: string): void => {
    for (const member of getDef(model, name).members) {
      const place = joinPath(path, member.name);
      declarations[place] = claimType(member);
      const def = member.value.kind === "object" ? getDef(model, member.value.name) : undefined;
      if (def?.origin === "grants") visit(def.name, place);
    }
  };
  visit("Claims", "");
  return withoutRegistered(declarations);
}

/** Leaves out registered claims, which SDKs leave to their JWT library. */
export function withoutRegistered(declarations: Declarations): Declarations {
  return Object.fromEntries(Object.entries(declarations).filter(([name]) => !REGISTERED_CLAIMS.has(name)));
}

function claimType({ shape, value }: Member): string {
  const type = value.kind === "enum" ? "string" : value.kind;
  return { single: type, list: `${type}[]`, map: `object<string,${type}>` }[shape];
}
