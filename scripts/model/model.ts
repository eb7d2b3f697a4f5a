import type { JsonSchema } from "./json-schema.js";

/** All schemas as one: every definition by its title, every `$ref` of the form "#/$defs/Title". */
export interface Model {
  /** The title of each schema file, in the order of their file names. */
  readonly roots: readonly string[];
  readonly defs: ReadonlyMap<string, Def>;
  /** The release of @livekit/protocol that the room configuration was imported from. */
  readonly protocol: string;
  /** The protocol that each release of livekit-server is built with, oldest first. */
  readonly servers: ReadonlyMap<string, string>;
}

export interface Def {
  /** The title, which is the name of the generated type. */
  readonly name: string;
  /** The file it stands in, relative to schema/. */
  readonly file: string;
  /** Whether it is one of ours, or of the imported protobuf messages with their own wire format. */
  readonly origin: "grants" | "protocol";
  readonly schema: JsonSchema;
}

/** One file of generated/: its path below that folder, with "/" between folders. */
export interface Output {
  readonly path: string;
  readonly content: string;
}

export function getDef(model: Model, name: string): Def {
  const def = model.defs.get(name);
  if (!def) throw new Error(`the schemas define no ${name}`);
  return def;
}

/** The same model with each definition's schema replaced. */
export function mapModel(model: Model, map: (def: Def) => JsonSchema): Model {
  return {
    ...model,
    defs: new Map([...model.defs].map(([name, def]) => [name, { ...def, schema: map(def) }])),
  };
}
