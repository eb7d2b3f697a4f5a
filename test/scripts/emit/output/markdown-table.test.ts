import { describe, expect, it } from "vitest";
import { table } from "../../../../scripts/emit/output/markdown-table.js";

describe("table", () => {
  it("writes the head, a delimiter row and the rows, without padding", () => {
    expect(table(["name", "is"], [["a long name", "x"]])).toBe("| name | is |\n| - | - |\n| a long name | x |\n");
  });

  it("aligns columns on request", () => {
    const rows = table(["name", "is"], [["a", "x"]], { aligned: true });
    expect(rows).toBe("| name | is |\n| ---- | -- |\n| a    | x  |\n");
  });

  it("escapes pipes, which would end a cell", () => {
    expect(table(["a|b"], [["`c|d`"]])).toBe("| a\\|b |\n| - |\n| `c\\|d` |\n");
  });
});
