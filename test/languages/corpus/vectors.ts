import type { Verdict } from "../../../scripts/vectors/vector.js";
import { readVectors } from "../generated-files.js";

/** The claims of a conformance vector, and what is made of them without verifying the token. */
export interface ClaimsVector {
  readonly id: string;
  /** The JSON of the payload. */
  readonly text: string;
  readonly expected: Verdict;
}

/** The conformance vectors of the layer schema: their tokens are sound, so that it is their claims that count. */
export function schemaVectors(): ClaimsVector[] {
  return readVectors("schema.json").map(({ id, token, unverified }) => {
    const [, payload = ""] = token.split(".");
    return { id, text: Buffer.from(payload, "base64url").toString(), expected: unverified };
  });
}
