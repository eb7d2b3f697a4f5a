export interface Report {
  readonly cases: number;
  readonly passed: number;
  readonly failures: readonly { readonly name: string; readonly message: string }[];
}

/** The result of the suite on a runtime. */
export interface DriverResult extends Report {
  readonly version: string;
}

export interface Driver {
  /** The name for the table, such as "Node 20". */
  readonly runtime: string;
  /**
   * Runs the suite that is laid out in a folder.
   *
   * @throws Unavailable when the runtime does not install
   */
  drive(suite: string): Promise<DriverResult>;
}
