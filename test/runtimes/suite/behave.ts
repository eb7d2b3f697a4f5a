import type { MintVector, VerifyVector } from "../../../scripts/vectors/vector.js";
import type * as Api from "../../../src/index.js";
import { codeGenerationCases, environmentCases } from "./environment-cases.js";
import { mintingCases } from "./minting-cases.js";
import { vectorCases } from "./vector-cases.js";
import { verifyingCases } from "./verifying-cases.js";

export type Vector = VerifyVector | MintVector;

/** What a runtime is asked to do. */
export interface Behaviour {
  /** The package, as the runtime imported it. */
  readonly api: typeof Api;
  readonly vectors: readonly Vector[];
  /** The API key and secret that the driver has set in the environment; undefined where there is none. */
  readonly environment?: { readonly key: string; readonly secret: string };
  /** Whether the driver has forbidden `eval` and `new Function`. */
  readonly noCodeGeneration: boolean;
}

export interface Report {
  readonly cases: number;
  readonly passed: number;
  readonly failures: readonly { readonly name: string; readonly message: string }[];
}

export interface Case {
  readonly name: string;
  readonly run: () => unknown;
}

/** Runs the suite. It imports nothing, so that it is the same on every runtime. */
export async function behave(behaviour: Behaviour): Promise<Report> {
  const { api, vectors } = behaviour;
  const cases: readonly Case[] = [
    ...vectors.flatMap((vector) => vectorCases(api, vector)),
    ...mintingCases(api),
    ...verifyingCases(api),
    ...environmentCases(behaviour),
    ...codeGenerationCases(behaviour),
  ];
  const failures: { name: string; message: string }[] = [];
  for (const { name, run } of cases) {
    try {
      await run();
    } catch (error) {
      failures.push({ name, message: String(error) });
    }
  }
  return { cases: cases.length, passed: cases.length - failures.length, failures };
}
