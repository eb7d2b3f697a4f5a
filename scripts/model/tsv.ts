import { SchemaError } from "./schema-error.js";

/** A row of a table: its cells by column, and its line number. */
export interface Row<Column extends string> {
  readonly line: number;
  readonly values: Readonly<Record<Column, string>>;
}

/**
 * Reads a table of tab-separated values. Lines that start with `#` are comments; the first other line has the names
 * of the columns.
 *
 * @param file the path relative to schema/, for errors
 * @throws SchemaError when the columns differ, or a row has too many or too few cells
 */
export function parseTsv<const Column extends string>(
  text: string,
  file: string,
  columns: readonly Column[],
): Row<Column>[] {
  const rows: Row<Column>[] = [];
  let named = false;
  for (const [index, content] of text.replace(/\n$/, "").split("\n").entries()) {
    if (content.startsWith("#")) continue;
    const cells = content.split("\t");
    const line = index + 1;
    if (!named) {
      if (cells.join() !== columns.join()) {
        throw new SchemaError(file, "", `line ${line}: must have the columns ${columns.join(", ")}`);
      }
      named = true;
    } else if (cells.length !== columns.length) {
      throw new SchemaError(file, "", `line ${line}: must have ${columns.length} cells, but has ${cells.length}`);
    } else {
      const values = Object.fromEntries(columns.map((column, at) => [column, cells[at]])) as Record<Column, string>;
      rows.push({ line, values });
    }
  }
  if (!named) throw new SchemaError(file, "", `add a line with the columns ${columns.join(", ")}`);
  return rows;
}
