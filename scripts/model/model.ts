import type { JsonSchema } from "./json-schema.js";

/** All schemas as one: every definition by its title, every `$ref` of the form "#/$defs/Title". */
export interface Schemas {
  /** The title of each schema file, in the order of their file names. */
  readonly roots: readonly string[];
  readonly defs: ReadonlyMap<string, SchemaDef>;
  /** The release of the protocol that the room configuration was imported from. */
  readonly protocol: string;
  /** The protocol that each release of livekit-server is built with, oldest first. */
  readonly servers: ReadonlyMap<string, string>;
  /** By "Title.member", the types that a member had, by the release that changed each, oldest first. */
  readonly retyped: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

export interface SchemaDef {
  /** The title, which is the name of the generated type. */
  readonly name: string;
  /** The file that defines it, relative to schema/. */
  readonly file: string;
  /** Whether it is one of ours, or of the imported protobuf messages with their own wire format. */
  readonly origin: "grants" | "protocol";
  readonly schema: JsonSchema;
}

/** The schemas as written, with the members of every object. */
export interface Model extends Schemas {
  readonly defs: ReadonlyMap<string, Def>;
}

export interface Def extends SchemaDef {
  /** In schema order. Empty for what is no object. */
  readonly members: readonly Member[];
}

/** A member as the emitting stages see it: its schema with shape and target told apart. */
export interface Member {
  readonly name: string;
  readonly schema: JsonSchema;
  readonly shape: "single" | "list" | "map";
  readonly nullable: boolean;
  /** What a single value of it is; for a list or map, what an element is. */
  readonly value: MemberValue;
  readonly required: boolean;
}

export type MemberValue =
  | { readonly kind: "string" | "boolean" | "integer" | "number" }
  | { readonly kind: "enum"; readonly name: string; readonly names: readonly string[]; readonly schema: JsonSchema }
  | { readonly kind: "object"; readonly name: string };

/** One file: its path relative to generated/, with "/" between folders. */
export interface Output {
  readonly path: string;
  readonly content: string;
}

/** @throws Error when there is no definition of that title */
export function getDef<D extends SchemaDef>({ defs }: { readonly defs: ReadonlyMap<string, D> }, name: string): D {
  const def = defs.get(name);
  if (!def) throw new Error(`the schemas define no ${name}`);
  return def;
}

/** The same schemas with each definition replaced. They may have forms that {@link Member} cannot describe. */
export function mapSchemas(schemas: Schemas, map: (def: SchemaDef) => JsonSchema): Schemas {
  return {
    ...schemas,
    defs: new Map(
      [...schemas.defs].map(([key, def]) => {
        const { name, file, origin } = def;
        return [key, { name, file, origin, schema: map(def) }];
      }),
    ),
  };
}
