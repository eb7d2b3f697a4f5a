import { isDeepStrictEqual } from "node:util";

/**
 * Claims and grants by their path in the payload, "video.room", with their JSON types: "object" for one that has members
 * of its own.
 */
export type Declarations = Readonly<Record<string, string>>;

/** A struct, class or interface that stands for an object of the payload. */
export interface Struct {
  readonly name: string;
  readonly members: readonly StructMember[];
}

export interface StructMember {
  /** Its name in JSON; "" when it stands for the members of its type. */
  readonly name: string;
  /** As the language writes it. */
  readonly type: string;
}

/**
 * The declarations that follow from structs which refer to each other.
 *
 * @param root the struct of the whole payload
 * @param jsonType the JSON type for a type of the language, or the name of a struct; a type that it does not know it
 *   gives back as it is, so that a comparison shows it
 * @param foreign what members may be taken from and is declared elsewhere, with nothing of LiveKit's
 * @throws Error when there is no such root, or members cannot be told: of a struct that is nowhere, or that is two
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
    throw new Error(`declares ${name} more than once, and not alike`);
  };
  const start = find(root);
  if (!start) throw new Error(`declares no ${root} any more, by which the claims were found`);
  const declarations: Record<string, string> = {};
  const visit = ({ name: outer, members }: Struct, prefix: string, above: readonly string[]): void => {
    for (const { name, type } of members) {
      const written = jsonType(type);
      const inner = above.includes(written) ? undefined : find(written);
      if (name === "" && !inner && !foreign.includes(written)) {
        throw new Error(`${outer} has the members of ${written}, which is not declared as the others are`);
      }
      if (name !== "") declarations[prefix + name] = inner ? "object" : written;
      if (inner) visit(inner, name === "" ? prefix : `${prefix}${name}.`, [...above, written]);
    }
  };
  visit(start, "", [root]);
  return declarations;
}
