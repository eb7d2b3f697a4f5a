import { markdownTable } from "markdown-table";

export interface TableOptions {
  /**
   * Whether to pad cells so that columns line up in the source. Default: false, since long cells would make very
   * long lines.
   */
  readonly aligned?: boolean;
}

/** Returns a Markdown table that ends with a line break. Cells are Markdown; pipes in them are escaped. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  { aligned = false }: TableOptions = {},
): string {
  const cells = [head, ...rows].map((row) => row.map((cell) => cell.replaceAll("|", "\\|")));
  return `${markdownTable(cells, { alignDelimiters: aligned })}\n`;
}
