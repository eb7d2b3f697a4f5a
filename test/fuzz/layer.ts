import type { Arbitrary } from "fast-check";

/** A rule that holds for every case of a kind. Cases are JSON, so that one which breaks it can be kept. */
export interface Layer<Case = unknown> {
  readonly name: string;
  readonly cases: Arbitrary<Case>;
  /** @throws Error with what is wrong, when the rule does not hold */
  readonly check: (testCase: Case) => Promise<void> | void;
}

/** A layer that needs a program of another language. */
export interface PeerLayer {
  readonly name: string;
  /** @returns undefined, after saying why, where the program cannot be had */
  readonly start: () => Promise<(Layer & { stop(): Promise<void> }) | undefined>;
}

export function layer<Case>(name: string, cases: Arbitrary<Case>, check: Layer<Case>["check"]): Layer {
  return { name, cases, check } as unknown as Layer;
}
