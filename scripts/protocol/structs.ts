import { isDeepStrictEqual } from "node:util";

/**
 * The JSON types of claims and grants by their path in the payload, such as "video.room". The type is "object" for a
 * claim with members of its own.
 */
export type Declarations = Readonly<Record<string, string>>;

/** A struct, class or interface that describes an object of the payload. */
export interface Struct {
  readonly name: string;
  readonly members: readonly StructMember[];
}

export interface StructMember {
  /** The name in JSON; "" when the members of its type belong to the outer object. */
  readonly name: string;
  /** The type in the syntax of the language. */
  readonly type: string;
}

/**
 * Returns the declarations that structs with references to each other describe.
 *
 * @param root the name of the struct of the whole payload
 * @param jsonType returns the JSON type of a type of the language, or the name of a struct; returns an unknown type
 * unchanged, so that a comparison shows it
 * @param foreign types declared elsewhere, without members of LiveKit, that a struct may embed
 * @throws Error when there is no such root, or an embedded struct is missing or ambiguous
 */
export function declarationsOf(
  structs: readonly Struct[],
  root: string,
  jsonType: (type: string) => string,
  foreign: readonly string[] = [],
): Declarations {
  const find = (name: string): Struct | undefined => {
    const [found, ...others] = structs.filter((struct) => struct.name === name);
    if (others.every((other) => isDeepStrictEqual(other, found))) return found;
    throw new Error(`has different declarations of ${name}`);
  };
  const start = find(root);
  if (!start) throw new Error(`has no declaration of ${root}, the root of the claims`);
  const declarations: Record<string, string> = {};
  const visit = ({ name: outer, members }: Struct, prefix: string, above: readonly string[]): void => {
    for (const { name, type } of members) {
      const written = jsonType(type);
      const inner = above.includes(written) ? undefined : find(written);
      if (name === "" && !inner && !foreign.includes(written)) {
        throw new Error(`${outer} embeds ${written}, which is not declared like the others`);
      }
      if (name !== "") declarations[prefix + name] = inner ? "object" : written;
      if (inner) visit(inner, name === "" ? prefix : `${prefix}${name}.`, [...above, written]);
    }
  };
  visit(start, "", [root]);
  return declarations;
}
