import { readFileSync } from "node:fs";
import type { JsonSchema } from "../../scripts/model/json-schema.js";
import type { MintVector, VectorFile, VerifyVector } from "../../scripts/vectors/vector.js";

/** A file of generated/bundles/. */
export function readBundle(file: string): JsonSchema {
  return JSON.parse(readGenerated(`bundles/${file}`));
}

/** The conformance vectors of a file of generated/vectors/. */
export function readVectors(file: "mint.json"): readonly MintVector[];
export function readVectors(file: "schema.json" | "room-config.json"): readonly VerifyVector[];
export function readVectors(file: string): VectorFile["tests"] {
  return (JSON.parse(readGenerated(`vectors/${file}`)) as VectorFile).tests;
}

function readGenerated(path: string): string {
  return readFileSync(new URL(`../../generated/${path}`, import.meta.url), "utf8");
}
