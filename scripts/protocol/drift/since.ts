import { claimPaths, joinPath, valueName } from "../../model/join-history.js";
import type { JsonSchema } from "../../model/json-schema.js";
import type { Model } from "../../model/model.js";

/** Which release of the protocol brought what the schemas declare, by the names of Declarations, as far as known. */
export function sinceByName(model: Model): ReadonlyMap<string, string> {
  const paths = claimPaths(model);
  const since = new Map<string, string>();
  for (const def of model.defs.values()) {
    const path = paths.get(def.name);
    for (const [name, member] of Object.entries(def.schema.properties ?? {})) {
      const { "x-since": release, "x-proto-name": protoName } = member as JsonSchema;
      const declared = path === undefined ? `${def.name}.${protoName}` : joinPath(path, name);
      if (typeof release === "string") since.set(declared, release);
    }
    for (const [value, release] of Object.entries((def.schema["x-values-since"] ?? {}) as Record<string, string>)) {
      since.set(valueName(def, value), release);
    }
  }
  return since;
}
