import { KINDS, type Kind, type ReleaseModel } from "../../model/history/kinds.js";
import { compareDeclarations } from "../compare.js";

/** What to do about a thing that is gone or of another type, beside what the checks ask for by name. */
const TO_DO: Readonly<Record<Kind, { readonly gone: string; readonly retyped: string }>> = {
  claims: { gone: "Take it out of its schema", retyped: "Change its schema" },
  messages: { gone: "It was taken out", retyped: "" },
  members: {
    gone: "It was taken out: minting refuses it now, verifying ignores it",
    retyped: "Read its description in the overlay again",
  },
  oneofs: { gone: "Read the descriptions of its members again", retyped: "Read the descriptions of its members again" },
  enums: { gone: "It was taken out", retyped: "" },
  values: { gone: "Take it out of its schema, if it is one of the claims'", retyped: "Nothing: tokens hold its name" },
};

/** The members, claims and values that are gone or of another type, by their own names. */
export function brokenNames(before: ReleaseModel, after: ReleaseModel): string[] {
  const names = (["claims", "members", "values"] as const).flatMap((kind) => {
    const { lacking, retyped } = compareDeclarations(before[kind], after[kind]);
    return [...lacking, ...retyped.map(({ name }) => name)];
  });
  return [...new Set(names.map((name) => name.slice(name.lastIndexOf(".") + 1)))];
}

/** What a release has other than another one, a line each: what is new, gone, of another type, and what that needs. */
export function changeLines(before: ReleaseModel, after: ReleaseModel): string[] {
  return KINDS.flatMap((kind) => {
    const { added, lacking, retyped } = compareDeclarations(before[kind], after[kind]);
    return [
      ...added.map(({ name, type, renamed }) => {
        const perhaps = renamed === undefined ? "" : `, perhaps ${renamed} under a new name: take its words over`;
        return `new: ${name}${type === "" ? "" : ` (${type})`}${perhaps}`;
      }),
      ...lacking.map((name) => `gone: ${name}. ${TO_DO[kind].gone}`),
      ...retyped.map(({ name, ours, theirs }) => `changed: ${name} is ${theirs}, was ${ours}. ${TO_DO[kind].retyped}`),
    ];
  });
}
