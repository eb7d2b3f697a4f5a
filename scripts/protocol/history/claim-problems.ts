import { type History, modelAt } from "../../model/history/history.js";
import { CLAIM_ENUMS } from "../../model/history/kinds.js";
import { claimPaths, valueName } from "../../model/join-history.js";
import { getDef, type Model } from "../../model/model.js";
import { compareDeclarations } from "../compare.js";
import { LEFT_OUT_FILE, type LeftOut } from "../left-out.js";
import { ourClaims } from "../our-claims.js";

/** Claims, grants and values of their enums that a release has and our schemas lack, or have of another type. */
export function claimProblems(model: Model, history: History, release: string, leftOut: LeftOut): string[] {
  const { claims, values } = modelAt(history, release);
  const { added, retyped } = compareDeclarations(ourClaims(model), claims);
  const orLeftOut = (name: string): string => `or name ${name} in schema/${LEFT_OUT_FILE} with the reason`;
  return [
    ...added
      .filter(({ name }) => !leftOut.has(name))
      .map(({ name, type, renamed }) => {
        const perhaps = renamed === undefined ? "" : `, perhaps ${renamed} under a new name`;
        return `protocol ${release} has ${name} (${type})${perhaps}: add it to schema/${fileFor(model, name)}, ${orLeftOut(name)}`;
      }),
    ...retyped.map(({ name, ours, theirs }) => {
      return `in protocol ${release} ${name} is ${theirs}, here ${ours}: change schema/${fileFor(model, name)}`;
    }),
    ...newValues(model, values)
      .filter(({ name }) => !leftOut.has(name))
      .map(({ name, written, title }) => {
        const file = getDef(model, title).file;
        return `protocol ${release} has ${name}: add "${written}" to the enum of ${title} in schema/${file}, ${orLeftOut(name)}`;
      }),
  ];
}

/** The file of the object that a claim or grant is a member of. */
function fileFor(model: Model, name: string): string {
  const parent = name.slice(0, Math.max(name.lastIndexOf("."), 0));
  const title = [...claimPaths(model)].find(([, path]) => path === parent)?.[0];
  return title === undefined ? `a schema of its own, for ${parent}` : getDef(model, title).file;
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
