/** A script of package.json and its arguments. */
export type Step = readonly [script: string, ...args: string[]];

/** Steps that run side by side, the first ones first. */
export interface Phase {
  /** The number of steps that run at the same time, on a machine with two cores. */
  readonly workers: number;
  readonly steps: readonly Step[];
}

/** The steps that every change must pass. */
export const QUICK_PHASES: readonly Phase[] = [
  {
    workers: 2,
    steps: [
      ["typecheck"],
      // Built once for all steps: the scripts of later ones find that it is up to date.
      ["build", "--fresh"],
      ["lint"],
      ["floors"],
      ["generate", "--check"],
      ["protocol:import", "--check"],
      ["protocol:history", "--check"],
      ["protocol:drift", "--check"],
      ["schema:release", "--check"],
    ],
  },
  // Alone, since it uses all cores.
  { workers: 1, steps: [["test"]] },
  { workers: 2, steps: [["test:growth"], ["package"], ["test:readme"]] },
];

/** The steps that need toolchains, a browser or registries. */
export const HEAVY_PHASES: readonly Phase[] = [
  // Nothing else beside these: the time that they are given decides how many cases they try.
  {
    workers: 2,
    steps: [
      ["fuzz", "--seconds", "30", "--seed", "1"],
      ["fuzz", "--seconds", "30"],
    ],
  },
  // Long ones first, so that both workers end at about the same time. Without caches test:interop is the longest.
  {
    workers: 2,
    steps: [
      ["test:interop"],
      ["test:update"],
      ["test:docs"],
      ["test:languages"],
      ["test:runtimes"],
      ["mutation", "--check"],
      ["test:coverage"],
      ["test:inspector"],
      ["test:examples"],
      ["release", "--dry-run"],
      ["test:add-grant"],
      ["api", "--check"],
      ["test:outside"],
      ["workflows"],
      ["coverage", "--check"],
      ["readme:runtimes", "--check"],
    ],
  },
];

const stepsOf = (phases: readonly Phase[]): readonly Step[] => phases.flatMap(({ steps }) => steps);

export const STEPS = stepsOf(QUICK_PHASES);
export const HEAVY_STEPS = stepsOf(HEAVY_PHASES);
