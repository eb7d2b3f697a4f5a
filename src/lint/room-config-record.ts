import type { MemberShape } from "../../generated/shapes.js";
import type { Path } from "../json/path.js";
import { isAtDefault } from "../room-config/build.js";
import type { Visitor } from "../room-config/normalize.js";

/** The findings of the normalizer in a room configuration, and their places in the token. */
export interface RoomConfigRecord {
  /** Members and values that minting leaves out, in the order of the token. */
  readonly surplus: readonly Surplus[];
  /** Returns the path in the token for a path in the normalized payload: names may be spelled as in the .proto file. */
  rawPath(path: Path): Path;
}

/** A member that the schema does not know, an enum value that it does not know, a null, or a member at its default. */
export interface Surplus {
  readonly kind: "member" | "value" | "null" | "default";
  /** In the schema's names, where it has them. */
  readonly path: Path;
  /** In the names of the token. */
  readonly rawPath: Path;
  readonly value?: unknown;
  /** The enum whose value it should be. */
  readonly enumName?: string | undefined;
}

/** A member, or an element of a list or map. */
interface Place {
  readonly name: string | number;
  readonly spelling: string | number;
  readonly member: MemberShape | undefined;
  /** The places inside that are spelled otherwise than in the schema, or have such places inside. */
  readonly inside: Map<string | number, Place>;
}

/** Records what a visitor of the normalizer sees. The record is complete once the normalizer is done. */
export function recordRoomConfig(): { readonly visitor: Visitor; readonly record: RoomConfigRecord } {
  const root = createPlace("roomConfig", "roomConfig");
  const stack: Place[] = [root];
  const surplus: Surplus[] = [];
  const add = (kind: Surplus["kind"], more: Partial<Surplus> = {}): void => {
    const path = stack.map(({ name }) => name);
    surplus.push({ kind, path, rawPath: stack.map(({ spelling }) => spelling), ...more });
  };

  const visitor: Required<Omit<Visitor, "unknownValue">> = {
    unknown(spelling) {
      visitor.enter(spelling, spelling);
      add("member");
      stack.pop();
    },
    enter(name, spelling, member) {
      stack.push(createPlace(name, spelling, member));
    },
    leave(value, normalized) {
      const place = stack.at(-1) as Place;
      const { name, spelling, member, inside } = place;
      if (value === null && normalized === undefined) add("null");
      else if (normalized === undefined) add("value", { value, enumName: (member ?? stack.at(-2)?.member)?.of });
      else if (member && isAtDefault(normalized, member)) add("default");
      stack.pop();
      if (normalized === undefined) return;
      // Of two spellings the last is the one that counts.
      const around = (stack.at(-1) as Place).inside;
      if (spelling !== name || inside.size > 0) around.set(name, place);
      else around.delete(name);
    },
  };
  return { visitor, record: { surplus, rawPath: (path) => rawPath(root, path) } };
}

function createPlace(name: string | number, spelling: string | number, member?: MemberShape): Place {
  return { name, spelling, member, inside: new Map() };
}

function rawPath(root: Place, path: Path): Path {
  if (path[0] !== root.name) return path;
  let place: Place | undefined = root;
  return path.map((segment, index) => {
    if (index > 0) place = place?.inside.get(segment);
    return place?.spelling ?? segment;
  });
}
