import type { Model } from "../model/model.js";
import { FLAGS } from "./flags.js";
import { notAStringVectors } from "./form/not-a-string.js";
import { type FormatFile, SCHEMA_VERSION } from "./format.js";
import { mintVectors, VERIFY_LAYERS, verifyVectors } from "./layers.js";
import { ROWS } from "./rows.js";
import { KEY, OTHER_KEY, OTHER_SECRET, SECRET } from "./token.js";
import type { MintVector, NotAStringVector, VectorFile, VerifyVector } from "./vector.js";

/** Returns all files of vectors, by name. */
export function vectorFiles(model: Model, generator: string): ReadonlyMap<string, VectorFile> {
  const ids = new Set<string>();
  const fileOf = (schema: FormatFile, tests: VectorFile["tests"]): VectorFile => {
    for (const { id } of tests) {
      if (ids.has(id)) throw new Error(`two vectors have the id ${id}`);
      ids.add(id);
    }
    return { ...headOf(generator, schema, tests), tests };
  };
  return new Map([
    ...VERIFY_LAYERS.map((layer) => {
      return [`${layer}.json`, fileOf("verify.schema.json", verifyVectors(model, layer))] as const;
    }),
    ["not-a-string.json", fileOf("not-a-string.schema.json", notAStringVectors(model))],
    ["mint.json", fileOf("mint.schema.json", mintVectors(model))],
  ]);
}

function headOf(
  generator: string,
  schema: FormatFile,
  tests: readonly (VerifyVector | NotAStringVector | MintVector)[],
): Omit<VectorFile, "tests"> {
  const rows = new Set<string>(tests.map((test) => test.row));
  const flags = new Set<string>(tests.flatMap((test) => test.flags));
  return {
    generator,
    schema,
    schemaVersion: SCHEMA_VERSION,
    numberOfTests: tests.length,
    rows: Object.fromEntries(Object.entries(ROWS).flatMap(([row, { text }]) => (rows.has(row) ? [[row, text]] : []))),
    notes: Object.fromEntries(Object.entries(FLAGS).filter(([flag]) => flags.has(flag))),
    keys: { [KEY]: SECRET, [OTHER_KEY]: OTHER_SECRET },
  };
}
