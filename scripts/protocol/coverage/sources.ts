import type { Source } from "./source.js";
import { java } from "./sources/java.js";
import { node } from "./sources/node.js";
import { python } from "./sources/python.js";
import { rust } from "./sources/rust.js";

/** The SDKs whose claims and grants are compared with our schemas. */
export const SOURCES: readonly Source[] = [node, python, rust, java];
