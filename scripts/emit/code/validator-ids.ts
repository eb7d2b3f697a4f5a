import { type JsonSchema, refsOf } from "../../model/json-schema.js";
import { getDef, type Schemas } from "../../model/model.js";
import { applyProfile, PROFILES, type Profile } from "../../normalize/profiles.js";

/**
 * Returns a function that names the schema of a definition in a profile. Profiles in which a definition is the same,
 * with all definitions that it refers to, share a name, and so one compiled function.
 */
export function validatorIds(schemas: Schemas): (profile: Profile, name: string) => string {
  const ids = new Map<string, string>();
  const idByContent = new Map<string, string>();
  for (const profile of PROFILES) {
    const view = applyProfile(schemas, profile);
    for (const name of view.defs.keys()) {
      const content = `${name} ${JSON.stringify(reachedFrom(view, name))}`;
      const id = idByContent.get(content) ?? `${profile}-${name}`;
      idByContent.set(content, id);
      ids.set(`${profile}-${name}`, id);
    }
  }
  return (profile, name) => ids.get(`${profile}-${name}`) ?? `${profile}-${name}`;
}

/** Returns the schemas of a definition and of all definitions that it refers to, by title. */
function reachedFrom(schemas: Schemas, root: string): Record<string, JsonSchema> {
  const reached: Record<string, JsonSchema> = {};
  const visit = (name: string): void => {
    if (reached[name]) return;
    const { schema } = getDef(schemas, name);
    reached[name] = schema;
    for (const target of refsOf(schema)) visit(target);
  };
  visit(root);
  return reached;
}
