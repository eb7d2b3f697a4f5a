import type { Source } from "./source.js";
import { goAuth } from "./sources/go.js";
import { goProtos } from "./sources/go-protos.js";
import { java } from "./sources/java.js";
import { node } from "./sources/node.js";
import { npmProtocol } from "./sources/npm-protocol.js";
import { python } from "./sources/python.js";
import { rust } from "./sources/rust.js";

/** Everything upstream that our schemas are compared with. */
export const SOURCES: readonly Source[] = [goAuth, node, python, rust, java, npmProtocol, goProtos];
