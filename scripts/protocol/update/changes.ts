import { KINDS, type Kind, type ReleaseModel } from "../../model/history/kinds.js";
import { compareDeclarations } from "../compare.js";

/** The steps for a name that is gone or has another type, in addition to those that the checks report by name. */
const TO_DO: Readonly<Record<Kind, { readonly gone: string; readonly retyped: string }>> = {
  claims: { gone: "Remove it from its schema", retyped: "Change its schema" },
  messages: { gone: "It was removed", retyped: "" },
  members: {
    gone: "It was removed: minting now rejects it, verification ignores it",
    retyped: "Read its description in the overlay again",
  },
  oneofs: { gone: "Read the descriptions of its members again", retyped: "Read the descriptions of its members again" },
  enums: { gone: "It was removed", retyped: "" },
  values: { gone: "Remove it from its schema if claims use it", retyped: "Nothing: tokens hold its name" },
};

/** Returns the names of members, claims and values that are gone or have another type, without their paths. */
export function brokenNames(before: ReleaseModel, after: ReleaseModel): string[] {
  const names = (["claims", "members", "values"] as const).flatMap((kind) => {
    const { lacking, retyped } = compareDeclarations(before[kind], after[kind]);
    return [...lacking, ...retyped.map(({ name }) => name)];
  });
  return [...new Set(names.map((name) => name.slice(name.lastIndexOf(".") + 1)))];
}

/** Returns the differences between two releases, a line each: new, gone or of another type, and what to do. */
export function changeLines(before: ReleaseModel, after: ReleaseModel): string[] {
  return KINDS.flatMap((kind) => {
    const { added, lacking, retyped } = compareDeclarations(before[kind], after[kind]);
    return [
      ...added.map(({ name, type, renamed }) => {
        const perhaps = renamed === undefined ? "" : `, perhaps renamed from ${renamed}: reuse its description`;
        return `new: ${name}${type === "" ? "" : ` (${type})`}${perhaps}`;
      }),
      ...lacking.map((name) => `gone: ${name}. ${TO_DO[kind].gone}`),
      ...retyped.map(({ name, ours, theirs }) => `changed: ${name} is ${theirs}, was ${ours}. ${TO_DO[kind].retyped}`),
    ];
  });
}
