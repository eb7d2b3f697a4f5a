import type { Arbitrary } from "fast-check";

/** A rule that holds for every case of a kind. Cases are JSON, so that a counterexample can be stored. */
export interface Layer<Case = unknown> {
  readonly name: string;
  readonly cases: Arbitrary<Case>;
  /** @throws Error with the difference when the rule does not hold */
  readonly check: (testCase: Case) => Promise<void> | void;
}

/** A layer that runs a program in another language. */
export interface PeerLayer {
  readonly name: string;
  /** @returns undefined when the program cannot be built, after printing the reason */
  readonly start: () => Promise<(Layer & { stop(): Promise<void> }) | undefined>;
}

export function layer<Case>(name: string, cases: Arbitrary<Case>, check: Layer<Case>["check"]): Layer {
  return { name, cases, check } as unknown as Layer;
}
