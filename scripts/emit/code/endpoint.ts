import { refsOf } from "../../model/json-schema.js";
import { getDef, type Model, type Output } from "../../model/model.js";
import { banner } from "../output/banner.js";
import { shapeLines } from "./shapes.js";
import { declareTypes } from "./types.js";

/**
 * Writes the types and the shapes of the token endpoint's messages. They have a file of their own, so that a bundle
 * without the endpoint does not contain them.
 */
export async function emitEndpoint(model: Model): Promise<Output[]> {
  const defs = [...model.defs.values()].filter(({ origin }) => origin === "endpoint");
  const targets = defs.flatMap(({ schema }) => [...refsOf(schema)]);
  const imported = [...new Set(targets)].filter((title) => getDef(model, title).origin !== "endpoint").sort();
  const content = `${banner("emit/code/endpoint", "schema/")}import type { Shape } from "./shapes.js";
import type { ${imported.join(", ")} } from "./types.js";

${await declareTypes(model, defs)}
/** The shapes of the token endpoint's messages, by title. */
export const endpointShapes = {
${shapeLines(defs)}} as const satisfies Readonly<Record<string, Shape>>;
`;
  return [{ path: "endpoint.ts", content }];
}
