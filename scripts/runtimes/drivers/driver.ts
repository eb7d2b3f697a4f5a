import type { Report } from "../../../test/runtimes/suite/behave.js";

/** What a runtime made of the suite. */
export interface Driven extends Report {
  readonly version: string;
}

export interface Driver {
  /** As in "Node 20", for the table. */
  readonly runtime: string;
  /**
   * Runs the suite that has been laid out in a folder.
   *
   * @throws Unavailable when the runtime cannot be had
   */
  drive(suite: string): Promise<Driven>;
}
