import { getOwn } from "./own.js";
import { toWellFormed } from "./well-formed.js";

/** The members and indexes that lead from a value to one inside it. */
export type Path = readonly (string | number)[];

/**
 * Returns the JSON pointer (RFC 6901) of a path: `["video", "canPublishSources", 0]` → "/video/canPublishSources/0".
 * Replaces lone surrogates, because pointers are printed and sent.
 */
export function toPointer(path: Path): string {
  const text = path.map((segment) => `/${String(segment).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
  return toWellFormed(text);
}

/** Returns the path of a JSON pointer into a value. Segments that index an array become numbers. */
export function fromPointer(pointer: string, value: unknown): Path {
  if (pointer === "") return [];
  let current = value;
  return pointer
    .slice(1)
    .split("/")
    .map((escaped) => {
      const name = escaped.replaceAll("~1", "/").replaceAll("~0", "~");
      const segment = Array.isArray(current) ? Number(name) : name;
      current = getOwn(current, segment);
      return segment;
    });
}
