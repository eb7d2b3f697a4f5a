import type { StandardJSONSchemaV1, StandardSchemaV1 } from "@standard-schema/spec";
import { draft07, draft2020, type JsonSchemas } from "../../generated/json-schemas.js";
import type { ShapeName } from "../../generated/shapes.js";
import { invalidArgument } from "../issues/error.js";
import { attempt } from "../issues/options.js";
import { getOwn } from "../json/own.js";

/** The drafts of JSON Schema that are available. */
export type JsonSchemaTarget = "draft-2020-12" | "draft-07";

const DRAFTS: ReadonlyMap<string, JsonSchemas> = /* @__PURE__ */ new Map<JsonSchemaTarget, JsonSchemas>([
  ["draft-2020-12", draft2020],
  ["draft-07", draft07],
]);

/** A Standard Schema that also returns the JSON Schemas of its input and its output. */
export interface StandardSchemaWithJson<Input, Output> {
  readonly "~standard": StandardSchemaV1.Props<Input, Output> & StandardJSONSchemaV1.Props<Input, Output>;
}

/**
 * Adds the JSON Schemas to a Standard Schema.
 *
 * @see https://standardschema.dev/json-schema
 */
export function withJsonSchema<Input, Output>(
  title: ShapeName,
  schema: StandardSchemaV1<Input, Output>,
): StandardSchemaWithJson<Input, Output> {
  const jsonSchema: StandardJSONSchemaV1.Converter = {
    input: (options) => bundle(title, "input", options),
    output: (options) => bundle(title, "output", options),
  };
  return { "~standard": { ...schema["~standard"], jsonSchema } };
}

/**
 * Returns a new JSON Schema of a definition and of all definitions that it refers to, at any depth.
 *
 * @throws AccessTokenError INVALID_ARGUMENT for a draft that is not available
 */
function bundle(
  title: string,
  side: "input" | "output",
  options: StandardJSONSchemaV1.Options,
): Record<string, unknown> {
  const draft = attempt("the options of jsonSchema", () => DRAFTS.get(getOwn(options, "target") as string));
  if (!draft) {
    throw invalidArgument(
      `the target of a JSON Schema must be ${[...DRAFTS.keys()].map((name) => `"${name}"`).join(" or ")}`,
    );
  }
  const definitions = draft[side];
  const referenced = new Map<string, unknown>();
  // All definitions that others refer to exist.
  const textOf = (name: string): string => definitions[name] as string;
  const collect = (text: string): void => {
    for (const [, match] of text.matchAll(/"\$ref":"#\/[$\w]+\/(\w+)"/g)) {
      const name = match as string;
      if (referenced.has(name)) continue;
      referenced.set(name, JSON.parse(textOf(name)));
      collect(textOf(name));
    }
  };
  collect(textOf(title));
  return {
    $schema: draft.uri,
    ...JSON.parse(textOf(title)),
    ...(referenced.size > 0 ? { [draft.keyword]: Object.fromEntries(referenced) } : {}),
  };
}
