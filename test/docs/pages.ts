import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DOCS, REFERENCE, ROOT } from "../../scripts/docs/pages.js";
import type { Page } from "../support/run-blocks.js";

/** The pages of docs/ that are written by hand. */
export const PAGES: readonly Page[] = readdirSync(join(ROOT, DOCS), { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".md") && !path.startsWith(`${REFERENCE}/`) && !path.startsWith(".vitepress"))
  .sort()
  .map((path) => ({ name: `${DOCS}/${path}`, markdown: readFileSync(join(ROOT, DOCS, path), "utf8") }));

/** Returns the text of a page. */
export function pageText(name: string): string {
  const page = PAGES.find((page) => page.name === `${DOCS}/${name}`);
  if (page === undefined) throw new Error(`there is no page ${name}`);
  return page.markdown;
}
