/** A script of package.json and its arguments. */
export type Step = readonly [script: string, ...args: string[]];

/** The quick steps, which read files alone and run side by side. */
export const STATIC_STEPS: readonly Step[] = [
  ["typecheck"],
  ["lint"],
  ["floors"],
  ["generate", "--check"],
  ["protocol:import", "--check"],
  ["protocol:history", "--check"],
  ["protocol:drift", "--check"],
  ["schema:release", "--check"],
];

/** The steps that every change must pass, quick ones first. */
export const STEPS: readonly Step[] = [...STATIC_STEPS, ["test"], ["test:growth"], ["test:readme"], ["package"]];

/** The steps that need toolchains, a browser or registries. */
export const HEAVY_STEPS: readonly Step[] = [
  // A new grant changes the API. Its report is checked after the grant has been generated and checked.
  ["api", "--check"],
  ["workflows"],
  ["test:outside"],
  ["fuzz", "--seconds", "30", "--seed", "1"],
  ["fuzz", "--seconds", "30"],
  ["mutation", "--check"],
  ["test:add-grant"],
  ["test:update"],
  ["test:coverage"],
  ["coverage", "--check"],
  ["test:interop"],
  ["test:languages"],
  ["readme:runtimes", "--check"],
  ["test:runtimes"],
  ["test:examples"],
  ["test:inspector"],
  ["release", "--dry-run"],
  ["docs"],
  ["test:docs"],
];
