/** The variable of the environment that has the path of the plan. */
export const PLAN_VARIABLE = "LIVEKIT_CLAIMS_MUTATION_PLAN";

/** The work of one run of vitest. It is a file of JSON, since vitest runs tests in a process of their own. */
export interface Plan {
  /** The instrumented code of each file, by absolute path. */
  readonly code: Readonly<Record<string, string>>;
  /** The hashes of the mutants to decide, by id. */
  readonly undecided: Readonly<Record<string, string>>;
  /**
   * Whether to load all modules again for each mutant. Mutants of code that runs when a module is loaded need that;
   * the others are switched on between two runs of the same test.
   */
  readonly reload: boolean;
  /** The files of tests, those that kill the most for their time first. */
  readonly tests: readonly string[];
  /** The file to which the run appends its kills, one a line. */
  readonly kills: string;
  /** The file to which the run appends what else it observes, one a line. */
  readonly log: string;
}

/** A mutant that was found, by its hash, with the test that failed. */
export interface Kill {
  readonly mutant: string;
  readonly by: string;
}

/** The observations of a run of vitest: ids of mutants that run in tests or on loading, or a failure without any mutant. */
export type Observation =
  | { readonly covered: readonly string[]; readonly loading: boolean }
  | { readonly broken: string; readonly error: string };
