import type { MintVector, NotAStringVector, VerifyVector } from "../../../scripts/vectors/vector.js";
import type * as Api from "../../../src/index.js";

export type Vector = VerifyVector | NotAStringVector | MintVector;

/** The input of the suite on a runtime. */
export interface Behaviour {
  /** The package, as the runtime imported it. */
  readonly api: typeof Api;
  readonly vectors: readonly Vector[];
  /** The API key and secret that the driver has set in the environment; undefined where there is none. */
  readonly environment?: { readonly key: string; readonly secret: string };
  /** Whether the driver has forbidden `eval` and `new Function`. */
  readonly noCodeGeneration: boolean;
}

export interface Case {
  readonly name: string;
  readonly run: () => unknown;
}
