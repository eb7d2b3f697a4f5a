import type { Member, Model } from "../../model/model.js";
import { invalidClaims } from "../draft.js";
import { grantPlaces, idOf, messagePlaces, nameOf, nestBeside, nestMember, type Place, pointerOf } from "../places.js";
import { fullSample, jsonType, requiredSample, sampleOf, typeWord, wrongValues } from "../samples.js";
import { LATER } from "../token.js";
import type { Json } from "../vector.js";
import type { MintDraft } from "./draft.js";

/** Returns vectors for each object and member, derived from the schemas. */
export function memberMintDrafts(model: Model): MintDraft[] {
  const places = grantPlaces(model);
  const objects = places.filter(({ member }) => member.value.kind === "object" && !member.nullable);
  const messages = [...new Map(messagePlaces(model).map((place) => [place.object, place.path.slice(0, -1)])).values()];
  return [
    ...objects.flatMap((place) => objectDrafts(model, place)),
    { id: "full", comment: "every claim and grant", row: "mint-payload", claims: everything(model) },
    ...places.flatMap((place) => wrongTypes(model, place)),
    ...objects.map(({ path, member }) => unknown(path, requiredSample(model, titleOf(member)))),
    ...[[], ...messages].map((path) => unknown(path)),
    ...messagePlaces(model).filter(isSecret).map(secret),
  ];
}

function everything(model: Model): MintDraft["claims"] {
  // All samples of times are equal, but exp must be later than nbf.
  const { iss: _, ...claims } = fullSample(model, "Claims");
  return { ...claims, exp: LATER };
}

function objectDrafts(model: Model, { path, member }: Place): MintDraft[] {
  const name = titleOf(member);
  const drafted = (id: string, comment: string, value: object): MintDraft => {
    const base = { id: `${idOf(path)}-${id}`, comment: `${nameOf(path)} ${comment}`, claims: nestMember(path, value) };
    return { ...base, row: "mint-payload" };
  };
  // A grant with roomJoin requires a room and a sub.
  const full = { ...nestMember(path, fullSample(model, name)), sub: "alice" };
  return [drafted("empty", "without a member", {}), { ...drafted("full", "with every member", {}), claims: full }];
}

/** Returns vectors for the most common wrong type of a member, and for a wrong element. */
function wrongTypes(model: Model, { path, member, object }: Place): MintDraft[] {
  const type = jsonType(member);
  const likely = type === "string" ? "null" : "string";
  const value = likely === "null" ? null : "true";
  const whole = wrong(path, likely, nestBeside(requiredSample(model, object), path, value));
  if (member.shape === "single") return [whole];
  const [first] = wrongValues(jsonType(member, true));
  const at = [...path, member.shape === "list" ? 0 : "key"];
  return first ? [whole, wrong(at, first[0], nestMember(at, first[1]))] : [whole];
}

function wrong(path: Place["path"], type: string, claims: Json): MintDraft {
  return {
    id: `type-${idOf(path)}-${type}`,
    comment: `${nameOf(path)} is ${typeWord(type)}`,
    row: "mint-types",
    claims,
    fault: invalidClaims(pointerOf(path)),
  };
}

function unknown(path: Place["path"], siblings: Json = {}): MintDraft {
  const at = [...path, "newMember"];
  return {
    id: `unknown-${idOf(at)}`,
    comment: path.length === 0 ? "an unknown claim" : `${nameOf(path)} with an unknown member`,
    row: "mint-unknown",
    claims: nestBeside(siblings, at, 1),
    fault: invalidClaims(pointerOf(at)),
  };
}

function titleOf({ value }: Member): string {
  return value.kind === "object" ? value.name : "";
}

function isSecret({ member }: Place): boolean {
  return member.schema["x-secret"] === "refuse";
}

function secret({ path, member }: Place): MintDraft {
  const at = member.shape === "list" ? [...path, 0] : path;
  return {
    id: `secret-${idOf(path)}`,
    comment: `${nameOf(path)}, which is a secret`,
    row: "mint-secrets",
    claims: nestMember(path, sampleOf(member)),
    fault: { code: "SENSITIVE_CREDENTIALS", pointers: [pointerOf(at)] },
  };
}
