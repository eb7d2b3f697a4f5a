import type { PageService } from "./serve-page.js";

/** The input and output of the command line, so that it runs without a process. */
export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The time in milliseconds since 1970. */
  readonly clock: () => number;
  readonly stdin: Input;
  readonly stdout: Output;
  readonly stderr: Output;
  /**
   * Returns the text of a file.
   *
   * @throws Error when it cannot be read, or is not UTF-8
   */
  readonly readFile: (path: string) => Promise<string>;
  /** Returns the text of a file of the package, by its path below the package's folder. */
  readonly readPackageFile: (path: string) => Promise<string>;
  /** Serves a page on this machine alone until the user interrupts the program. */
  readonly servePage: (service: PageService) => Promise<void>;
}

export interface Input {
  /** Whether a person would have to type it. */
  readonly isTerminal: boolean;
  /**
   * Returns all of it, as text.
   *
   * @throws Error when it is too long, or not UTF-8
   */
  read(): Promise<string>;
}

export interface Output {
  readonly color: boolean;
  write(text: string): void;
}

/** The exit codes of commands. */
export const EXIT = { fine: 0, refused: 1, usage: 2 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The exit codes in words, for the help. */
export const EXIT_CODES: Readonly<Record<ExitCode, string>> = {
  0: "fine",
  1: "refused: an invalid token or claims, a finding of severity error, a denied call, or a change that --fail-on names",
  2: "usage: an unknown option, a missing key, a file that cannot be read or written",
};
