import { getDef, type Member, type Model } from "../../model/model.js";

/** Returns the titles of Claims and of the objects that it always has. The others are rare, and most of the code. */
export function objectsInEveryToken(model: Model): ReadonlySet<string> {
  const { members } = getDef(model, "Claims");
  const always = members.filter(({ schema }) => schema.default !== undefined && schema.default !== null);
  return new Set(["Claims", ...always.flatMap(({ value }) => (value.kind === "object" ? [value.name] : []))]);
}

/** Whether the builder of an object always writes a member. */
export function isAlwaysBuilt({ required, schema }: Member): boolean {
  return required || "default" in schema;
}
