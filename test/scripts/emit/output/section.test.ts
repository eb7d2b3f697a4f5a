import { describe, expect, it } from "vitest";
import { replaceSection } from "../../../../scripts/emit/output/section.js";

const page = "before\n\n<!-- a -->\n\nold\n\n<!-- /a -->\n\nafter\n";

describe("replaceSection", () => {
  it("replaces only the text between the markers", () => {
    expect(replaceSection(page, "a", "new")).toBe(page.replace("old", "new"));
    expect(replaceSection(replaceSection(page, "a", "new\n"), "a", "old")).toBe(page);
  });

  it.each([
    ["b", page],
    ["a", "<!-- /a --> <!-- a -->"],
  ])("names the markers %s that a page lacks", (name, text) => {
    expect(() => replaceSection(text, name, "new")).toThrow(
      new Error(`the page has no section "${name}": add <!-- ${name} --> and, after it, <!-- /${name} -->`),
    );
  });
});
