import { BareObject } from "./bare-object.js";
import type { Json } from "./is-object.js";
import { isPlain } from "./is-plain.js";
import { isWellFormed } from "./well-formed.js";

/** The most characters of a copy: what is larger takes long enough to copy with care. */
const LARGEST = 1000;

/**
 * Copies a plain object of a few texts and booleans, as most grants are. Undefined for any other value, and for one that cannot
 * be read. An optimization: snapshot would return the same copy.
 */
export function copyFlat(value: unknown): Json | undefined {
  try {
    if (!isPlain(value) || "toJson" in value) return undefined;
    const copy: Json = new BareObject();
    let size = 0;
    for (const name of Object.keys(value)) {
      const part = value[name];
      if (name === "__proto__" || name === "$typeName" || !isWellFormed(name)) return undefined;
      const text = typeof part === "boolean" ? "" : part;
      if (typeof text !== "string" || !isWellFormed(text)) return undefined;
      size += name.length + text.length;
      if (size > LARGEST) return undefined;
      copy[name] = part;
    }
    return copy;
  } catch {
    return undefined;
  }
}
