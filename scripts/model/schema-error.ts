/** A fault in schema/. The message has the file and the JSON pointer (or line and column) of the fault. */
export class SchemaError extends Error {
  override readonly name = "SchemaError";

  constructor(
    /** The path relative to schema/. */
    readonly file: string,
    /** The JSON pointer; "" is the whole file. */
    readonly pointer: string,
    problem: string,
  ) {
    super(`schema/${file}${pointer === "" ? "" : `#${pointer}`}: ${problem}`);
  }
}
