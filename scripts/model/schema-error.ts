/** A fault in schema/, told with the file and the JSON pointer (or line and column) where it is. */
export class SchemaError extends Error {
  override readonly name = "SchemaError";

  constructor(
    /** Relative to schema/. */
    readonly file: string,
    /** A JSON pointer; "" is the whole file. */
    readonly pointer: string,
    problem: string,
  ) {
    super(`schema/${file}${pointer === "" ? "" : `#${pointer}`}: ${problem}`);
  }
}
