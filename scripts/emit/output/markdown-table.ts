import { markdownTable } from "markdown-table";

export interface TableOptions {
  /** Pads the cells so that columns line up in the source; off by default, as long cells make lines too wide to read. */
  readonly aligned?: boolean;
}

/** Writes a Markdown table, with a line break at its end. Cells are Markdown; pipes in them are escaped. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  { aligned = false }: TableOptions = {},
): string {
  const cells = [head, ...rows].map((row) => row.map((cell) => cell.replaceAll("|", "\\|")));
  return `${markdownTable(cells, { alignDelimiters: aligned })}\n`;
}
