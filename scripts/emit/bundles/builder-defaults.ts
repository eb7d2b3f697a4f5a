import { isSchemaObject } from "../../model/json-schema.js";
import { getDef, type Model } from "../../model/model.js";

/** The values that a builder fills in. schema/README.md describes all its steps. */
export interface BuilderDefaults {
  /** The claims of a token for which nothing was set, in the order in which they are written. */
  readonly claims: Defaults;
  /** The members that take the value of another member when they are absent. Keys and values are JSON pointers. */
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
    // A required member without a default gets the zero value of its type, as in the Rust SDK.
    else if (required) defaults[member] = value.kind === "string" ? "" : 0;
  }
  return defaults;
}
