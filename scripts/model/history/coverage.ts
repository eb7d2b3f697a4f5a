import { claimPaths, joinPath, valueName } from "../join-history.js";
import type { Model } from "../model.js";
import { REGISTERED_CLAIMS } from "../registered-claims.js";
import { type History, knownSince } from "./history.js";

/** Returns the members and values of the schemas that no release in the history has, as lines to print. */
export function missingFromHistory(model: Model, history: History): string[] {
  const paths = claimPaths(model);
  return [...model.defs.values()].flatMap((def) => {
    const { name, origin, schema } = def;
    const problems: string[] = [];
    const path = paths.get(name);
    for (const member of Object.keys(schema.properties ?? {})) {
      const place = path === undefined ? `${name}.${member}` : joinPath(path, member);
      if (path === "" && REGISTERED_CLAIMS.has(member)) continue;
      const entries = origin === "protocol" ? history.members : history.claims;
      if (knownSince(entries[place]) === undefined) problems.push(`no release has ${place}`);
    }
    for (const value of schema.enum ?? []) {
      const known = knownSince(history.values[valueName(def, value)]);
      if (known === undefined) problems.push(`no release has the value ${value} of ${name}`);
    }
    return problems;
  });
}
