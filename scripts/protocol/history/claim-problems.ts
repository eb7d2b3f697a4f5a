import { type History, modelAt } from "../../model/history/history.js";
import { CLAIM_ENUMS } from "../../model/history/kinds.js";
import { claimPaths, valueName } from "../../model/join-history.js";
import { getDef, type Model } from "../../model/model.js";
import { compareDeclarations } from "../compare.js";
import { LEFT_OUT_FILE, type LeftOut } from "../left-out.js";
import { isJsonType } from "../module/grants.js";
import { ourClaims } from "../our-claims.js";

/**
 * Returns the claims, grants and enum values of a release that our schemas lack or declare with another type, a line
 * each.
 */
export function claimProblems(model: Model, history: History, release: string, leftOut: LeftOut): string[] {
  const { claims, values } = modelAt(history, release);
  const { added, retyped } = compareDeclarations(ourClaims(model), claims);
  const orLeftOut = (name: string): string => `or add ${name} to schema/${LEFT_OUT_FILE} with the reason`;
  const unclear = (name: string, type: string): string =>
    `${name} has the Go type ${type} in protocol ${release}, whose form in JSON is not known. Add it to TYPES in ` +
    'scripts/protocol/module/grants.ts, restore schema/ and run "npm run protocol:update" again';
  return [
    ...added
      .filter(({ name }) => !leftOut.has(name))
      .map(({ name, type, renamed }) => {
        if (!isJsonType(type)) return `${unclear(name, type)}, ${orLeftOut(name)}`;
        const perhaps = renamed === undefined ? "" : `, perhaps renamed from ${renamed}`;
        const bounds = type.startsWith("integer") ? ' with a "minimum" and a "maximum"' : "";
        return `protocol ${release} has ${name} (${type})${perhaps}; add it to ${fileFor(model, name)}${bounds}, ${orLeftOut(name)}`;
      }),
    ...retyped.map(({ name, ours, theirs }) => {
      if (!isJsonType(theirs)) return unclear(name, theirs);
      return `${name} is ${theirs} in protocol ${release}, but ${ours} here; change ${fileFor(model, name)}`;
    }),
    ...newValues(model, values)
      .filter(({ name }) => !leftOut.has(name))
      .map(({ name, written, title }) => {
        const file = getDef(model, title).file;
        return `protocol ${release} has ${name}; add "${written}" to the enum of ${title} in schema/${file}, ${orLeftOut(name)}`;
      }),
  ];
}

/** Returns the schema file of the object that has a claim or grant as a member. */
function fileFor(model: Model, name: string): string {
  const parent = name.slice(0, Math.max(name.lastIndexOf("."), 0));
  const title = [...claimPaths(model)].find(([, path]) => path === parent)?.[0];
  return title === undefined ? `a new schema for ${parent}` : `schema/${getDef(model, title).file}`;
}

function newValues(model: Model, values: Readonly<Record<string, string>>) {
  return Object.entries(CLAIM_ENUMS).flatMap(([title, type]) => {
    const def = getDef(model, title);
    const known = new Set((def.schema.enum ?? []).map((value) => valueName(def, value)));
    return Object.keys(values)
      .filter((name) => name.startsWith(`${type}.`) && !name.slice(type.length + 1).includes("."))
      .filter((name) => !known.has(name))
      .map((name) => ({ name, title, written: name.slice(type.length + 1).toLowerCase() }));
  });
}
