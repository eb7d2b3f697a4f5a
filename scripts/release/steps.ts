/** A script of package.json and its arguments. */
export type Step = readonly [script: string, ...args: string[]];

/** Steps that run side by side, the first ones first. */
export interface Phase {
  /** The number of steps that run at the same time, on a machine with two cores. */
  readonly workers: number;
  readonly steps: readonly Step[];
}

/** The steps that every change must pass, quick ones first. */
export const QUICK_PHASES: readonly Phase[] = [
  {
    workers: 2,
    steps: [
      ["typecheck"],
      ["lint"],
      ["floors"],
      ["generate", "--check"],
      ["protocol:import", "--check"],
      ["protocol:history", "--check"],
      ["protocol:drift", "--check"],
      ["schema:release", "--check"],
    ],
  },
  // One after the other: npm test uses all cores, and test:growth measures time.
  { workers: 1, steps: [["test"], ["test:growth"], ["test:readme"], ["package"]] },
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
  // Long ones first, so that both workers end at about the same time.
  {
    workers: 2,
    steps: [
      ["test:interop"],
      ["test:update"],
      ["test:add-grant"],
      ["test:docs"],
      ["test:languages"],
      ["test:runtimes"],
      ["mutation", "--check"],
      ["test:coverage"],
      ["test:inspector"],
      ["release", "--dry-run"],
      ["test:examples"],
      ["api", "--check"],
      ["workflows"],
      ["test:outside"],
      ["coverage", "--check"],
      ["readme:runtimes", "--check"],
    ],
  },
];

const stepsOf = (phases: readonly Phase[]): readonly Step[] => phases.flatMap(({ steps }) => steps);

export const STEPS = stepsOf(QUICK_PHASES);
export const HEAVY_STEPS = stepsOf(HEAVY_PHASES);

/**
 * Returns what only one step at a time may use: dist/, which building deletes first.
 *
 * @param scripts the scripts of package.json
 */
export function resourceOf(scripts: Readonly<Record<string, string>>, [script]: Step): "dist" | undefined {
  return /\bnpm run --silent build\b/.test(scripts[script] ?? "") ? "dist" : undefined;
}
