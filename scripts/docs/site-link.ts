import { posix } from "node:path";
import { fileOf, inRepository, pageOf } from "./pages.js";

export interface Site {
  /** The pages from outside of docs/: their path in the repository, and on the site. */
  readonly copied: ReadonlyMap<string, string>;
  /** The address of the repository, without a slash at the end. */
  readonly repository: string;
}

/**
 * Returns the address of a link on the site. Links are written so that they work in the repository: to a page, they lead
 * to that page of the site; to another file, to the file in the repository.
 *
 * @param page the page that has the link, relative to the site
 * @throws Error when the repository has no such file
 */
export function siteLink({ copied, repository }: Site, page: string, href: string): string {
  if (/^(?:[a-z][a-z+.-]*:|[/#])/i.test(href)) return href;
  const [path = "", anchor] = href.split("#");
  const hash = anchor === undefined ? "" : `#${anchor}`;
  const file = posix.normalize(posix.join(posix.dirname(fileOf(page, copied)), decodeURI(path)));
  const target = pageOf(file, copied) ?? pageOf(posix.join(file, "README.md"), copied);
  if (target !== undefined) return `/${target}${hash}`;
  if (!inRepository(file)) throw new Error(`${fileOf(page, copied)} links to ${href}, but ${file} does not exist`);
  return `${repository}/blob/main/${file.replace(/\/$/, "")}${hash}`;
}
