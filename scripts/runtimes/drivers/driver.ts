export interface Report {
  readonly cases: number;
  readonly passed: number;
  readonly failures: readonly { readonly name: string; readonly message: string }[];
}

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
