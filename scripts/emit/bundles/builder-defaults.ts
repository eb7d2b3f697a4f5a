import { isSchemaObject } from "../../model/json-schema.js";
import { getDef, type Model } from "../../model/model.js";

/** What a builder fills in. schema/README.md has all that it does. */
export interface BuilderDefaults {
  /** The claims of a token that nothing was set for, in the order that they are written in. */
  readonly claims: Defaults;
  /** Members that take the value of another one when they are absent, by their JSON pointers. */
  readonly follows: Readonly<Record<string, string>>;
}

type Defaults = Record<string, unknown>;

export function builderDefaults(model: Model): BuilderDefaults {
  const follows: Record<string, string> = {};
  return { claims: defaultsOf(model, "Claims", "", follows), follows };
}

function defaultsOf(model: Model, name: string, at: string, follows: Record<string, string>): Defaults {
  const defaults: Defaults = {};
  for (const { name: member, schema, value, shape, required } of getDef(model, name).members) {
    const source = schema["x-default-from"];
    if (source !== undefined) follows[`${at}/${member}`] = `${at}/${source}`;
    if (isSchemaObject(schema.default) && value.kind === "object" && shape === "single") {
      defaults[member] = defaultsOf(model, value.name, `${at}/${member}`, follows);
    } else if ("default" in schema) defaults[member] = schema.default;
    // What must be there and has no default: the least that its type has, as the Rust SDK writes it.
    else if (required) defaults[member] = value.kind === "string" ? "" : 0;
  }
  return defaults;
}
