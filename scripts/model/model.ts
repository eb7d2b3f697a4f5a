import type { JsonSchema } from "./json-schema.js";
import type { Webhook } from "./webhook.js";

/** All schemas: every definition by its title, with every `$ref` in the form "#/$defs/Title". */
export interface Schemas {
  /** The title of each schema file, in the order of their file names. */
  readonly roots: readonly string[];
  readonly defs: ReadonlyMap<string, SchemaDef>;
  /** The release of the protocol from which the room configuration was imported. */
  readonly protocol: string;
  readonly webhook: Webhook;
  /** The protocol that each release of livekit-server is built with, oldest first. */
  readonly servers: ReadonlyMap<string, string>;
  /** The earlier types of members, by "Title.member" and by the release that changed each, oldest first. */
  readonly retyped: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

export interface SchemaDef {
  /** The title, which is the name of the generated type. */
  readonly name: string;
  /** The path of its file, relative to schema/. */
  readonly file: string;
  /** One of ours, an imported protobuf message that a token holds, or one of the token endpoint. */
  readonly origin: "grants" | "protocol" | "endpoint";
  readonly schema: JsonSchema;
}

/** The schemas as written, with the members of every object. */
export interface Model extends Schemas {
  readonly defs: ReadonlyMap<string, Def>;
}

export interface Def extends SchemaDef {
  /** The members in schema order. Empty for a schema that is not an object. */
  readonly members: readonly Member[];
}

/** A member for the emitting stages: its schema, resolved into shape and value. */
export interface Member {
  readonly name: string;
  readonly schema: JsonSchema;
  readonly shape: "single" | "list" | "map";
  readonly nullable: boolean;
  /** The type of its value, or of the elements of a list or map. */
  readonly value: MemberValue;
  readonly required: boolean;
}

export type MemberValue =
  | { readonly kind: "string" | "boolean" | "integer" | "number" }
  | { readonly kind: "enum"; readonly name: string; readonly names: readonly string[]; readonly schema: JsonSchema }
  | { readonly kind: "object"; readonly name: string };

/** A file to write: its path relative to generated/, with "/" as separator. */
export interface Output {
  readonly path: string;
  readonly content: string;
}

/**
 * Returns a definition.
 *
 * @throws Error when no definition has that title
 */
export function getDef<D extends SchemaDef>({ defs }: { readonly defs: ReadonlyMap<string, D> }, name: string): D {
  const def = defs.get(name);
  if (!def) throw new Error(`the schemas have no definition of ${name}`);
  return def;
}

/** Returns the part of a model that tokens hold. */
export function heldByTokens(model: Model): Model {
  const held = ({ origin }: SchemaDef): boolean => origin !== "endpoint";
  return {
    ...model,
    roots: model.roots.filter((root) => held(getDef(model, root))),
    defs: new Map([...model.defs].filter(([, def]) => held(def))),
  };
}

/**
 * Returns a copy of the schemas with each definition replaced. It may have forms that {@link Member} cannot
 * describe.
 */
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
