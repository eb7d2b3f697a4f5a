import { claimPaths, joinPath, valueName } from "../join-history.js";
import type { Model } from "../model.js";
import { REGISTERED_CLAIMS } from "../registered-claims.js";
import type { Facts } from "./facts.js";
import { knownSince } from "./history.js";

/** What the schemas have and the history or the table of grants does not, as problems to print. */
export function uncovered(model: Model, { history, grants }: Facts): string[] {
  const paths = claimPaths(model);
  return [...model.defs.values()].flatMap((def) => {
    const { name, origin, schema } = def;
    const problems: string[] = [];
    const path = paths.get(name);
    for (const member of Object.keys(schema.properties ?? {})) {
      const place = path === undefined ? `${name}.${member}` : joinPath(path, member);
      if (origin === "protocol") {
        if (knownSince(history.members[place]) === undefined) problems.push(`no release has ${place}`);
      } else if (!grants.has(place) && !(path === "" && REGISTERED_CLAIMS.has(member))) {
        problems.push(`schema/protocol/grants-since.tsv does not say which release brought ${place}`);
      }
    }
    for (const value of schema.enum ?? []) {
      const known = knownSince(history.values[valueName(def, value)]);
      if (known === undefined) problems.push(`no release has the value ${value} of ${name}`);
    }
    return problems;
  });
}
