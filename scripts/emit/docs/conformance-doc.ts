import { readFileSync } from "node:fs";
import type { Model, Output } from "../../model/model.js";
import { conformancePage } from "../../vectors/conformance/page.js";
import { VERIFY_LAYERS, verifyVectors } from "../../vectors/layers.js";
import { isRunnable, type Measured } from "../../vectors/measured.js";

/** Emits the tables of the measurements of test/interop. The page says so when the vectors have changed since. */
export function emitConformanceDoc(model: Model): Output[] {
  const file = new URL("../../../test/interop/measured.json", import.meta.url);
  const measured: Measured = JSON.parse(readFileSync(file, "utf8"));
  const vectors = VERIFY_LAYERS.flatMap((layer) => verifyVectors(model, layer)).filter(isRunnable);
  return [{ path: "docs/conformance.md", content: conformancePage(measured, vectors) }];
}
