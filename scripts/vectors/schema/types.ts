import type { Model } from "../../model/model.js";
import { type Draft, invalidClaims } from "../draft.js";
import { grantPlaces, idOf, nameOf, nestBeside, nestMember, type Place, pointerOf } from "../places.js";
import type { VerifyRow } from "../rows.js";
import { jsonType, requiredSample, typeWord, wrongValues } from "../samples.js";
import type { Json } from "../vector.js";

/** The rows about a single claim, by its name. */
const ROWS: Readonly<Record<string, VerifyRow>> = {
  exp: "expiry",
  nbf: "not-before",
  iss: "issuer",
  iat: "informative",
  jti: "informative",
};

/**
 * Returns vectors for each member of the claims and grants, and for each element, with a value of each wrong JSON
 * type.
 */
export function typeDrafts(model: Model): Draft[] {
  return grantPlaces(model).flatMap(({ path, object, member }) => {
    // The room configuration may be null, and has a layer of its own.
    const types = wrongValues(jsonType(member)).filter(([type]) => !member.nullable || type !== "null");
    // Adds the siblings that the strictest verifiers require, so that only the type is wrong.
    const siblings = requiredSample(model, object);
    const whole = types.map(([type, value]) => wrong(path, type, nestBeside(siblings, path, value)));
    if (member.shape === "single") return whole;
    const step = member.shape === "list" ? 0 : "key";
    const elements = wrongValues(jsonType(member, true)).map(([type, value]) => {
      return wrong([...path, step], type, nestMember([...path, step], value));
    });
    return [...whole, ...elements];
  });
}

function wrong(path: Place["path"], type: string, payload: Json): Draft {
  return {
    id: `type-${idOf(path)}-${type}`,
    comment: `${nameOf(path)} is ${typeWord(type)}`,
    flags: ["WrongType"],
    row: (path.length === 1 && ROWS[String(path[0])]) || "types",
    payload,
    fault: invalidClaims(pointerOf(path)),
  };
}
