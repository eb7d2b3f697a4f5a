/** A script of package.json and its arguments. */
export type Step = readonly [script: string, ...args: string[]];

/** The steps that every change must pass, the quick ones first. */
export const STEPS: readonly Step[] = [
  ["lint"],
  ["floors"],
  ["typecheck"],
  ["protocol:import", "--check"],
  ["protocol:history", "--check"],
  ["protocol:drift", "--check"],
  ["generate", "--check"],
  ["schema:release", "--check"],
  ["test"],
  ["test:readme"],
  ["package"],
];

/** The steps that need toolchains, a browser or registries. */
export const HEAVY_STEPS: readonly Step[] = [
  // A new grant is a change of the API, which is reported after it was generated and checked.
  ["api", "--check"],
  ["workflows"],
  ["test:outside"],
  ["fuzz", "--seconds", "30", "--seed", "1"],
  ["fuzz", "--seconds", "30"],
  ["test:add-grant"],
  ["test:update"],
  ["test:coverage"],
  ["coverage", "--check"],
  ["test:interop"],
  ["test:languages"],
  ["readme:runtimes", "--check"],
  ["test:runtimes"],
];
