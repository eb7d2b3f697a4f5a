/** The variable of the environment that has the path of the plan. */
export const PLAN_VARIABLE = "LIVEKIT_CLAIMS_MUTATION_PLAN";

/** The work of one run of vitest. It is a file of JSON, since vitest runs tests in a process of their own. */
export interface Plan {
  /** The instrumented code of each file, by absolute path. */
  readonly code: Readonly<Record<string, string>>;
  /** The mutants to decide, by id. */
  readonly undecided: Readonly<Record<string, { readonly hash: string; readonly file: string }>>;
  /**
   * Whether to load all modules again for each mutant. Mutants of code that runs when a module is loaded need that;
   * the others are switched on between two runs of the same test.
   */
  readonly reload: boolean;
  /** Whether tests run only with the mutants of the file that they are for by their name. */
  readonly own: boolean;
  /** The most milliseconds that a test may take without mutants. Slower tests do not run with mutants. */
  readonly slowest: number;
  /** The files of tests in the order to run them, each with a hash of its version. */
  readonly tests: Readonly<Record<string, string>>;
  /** The file that has the id of the mutant that is on, or spaces. It outlives a process that the mutant ends. */
  readonly active: string;
  /** The file to which the run appends its observations, one a line. */
  readonly log: string;
}

/** An observation of a run of vitest. */
export type Observation =
  /** The ids of mutants that run in tests or on loading. */
  | { readonly covered: readonly string[]; readonly loading: boolean }
  /** A failure without any mutant. */
  | { readonly broken: string; readonly error: string }
  /** A file of tests that is done, and its own time without mutants. */
  | { readonly file: string; readonly milliseconds: number };
