import { describe, expect, it } from "vitest";
import { type Site, siteLink } from "../../../scripts/docs/site-link.js";

const site: Site = {
  copied: new Map([
    ["generated/docs/cli.md", "reference/cli.md"],
    ["generated/docs/languages/README.md", "reference/languages/index.md"],
    ["schema/README.md", "reference/schemas.md"],
  ]),
  repository: "https://github.com/o/r",
};

describe("siteLink", () => {
  it.each([
    ["guides/errors.md", "verifying.md#options", "/guides/verifying.md#options"],
    ["guides/errors.md", "../../generated/docs/cli.md#mint", "/reference/cli.md#mint"],
    ["start.md", "decisions/README.md", "/decisions/index.md"],
    ["start.md", "decisions/", "/decisions/index.md"],
    ["reference/cli.md", "languages/README.md", "/reference/languages/index.md"],
    ["reference/languages/index.md", "../../../schema/README.md", "/reference/schemas.md"],
  ])("leads from %s to the page that %s is on the site: %s", (page, href, address) => {
    expect(siteLink(site, page, href)).toBe(address);
  });

  it.each([
    ["start.md", "../README.md", "https://github.com/o/r/blob/main/README.md"],
    ["recipes/nextjs.md", "../../examples/", "https://github.com/o/r/blob/main/examples"],
    ["reference/languages/index.md", "../../bundles", "https://github.com/o/r/blob/main/generated/bundles"],
  ])("leads from %s to the repository for %s, which is no page", (page, href, address) => {
    expect(siteLink(site, page, href)).toBe(address);
  });

  it.each(["https://example.com/a.md", "mailto:a@example.com", "#anchor", "/start"])("leaves %s as it is", (href) => {
    expect(siteLink(site, "start.md", href)).toBe(href);
  });

  it("refuses a link to a file that does not exist", () => {
    expect(() => siteLink(site, "start.md", "../nowhere.json")).toThrow(
      "docs/start.md links to ../nowhere.json, but nowhere.json does not exist",
    );
  });
});
