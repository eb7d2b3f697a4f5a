import { readdirSync, readFileSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { ROOT } from "../../scripts/docs/pages.js";

export const DIST = join(ROOT, "docs/.vitepress/dist");

/** Returns the paths of all pages of the built site, relative to it. */
export function builtPages(): string[] {
  return readdirSync(DIST, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".html"))
    .sort();
}

/** Returns the problems of the links and sources in a page: those that lead nowhere, and files of other hosts. */
export function brokenLinks(page: string, base: string): string[] {
  const html = readFileSync(join(DIST, page), "utf8");
  const links = [...html.matchAll(/<(a|link|script|img)\b[^>]*? (?:href|src)="([^"]*)"/g)];
  return links.flatMap(([, tag = "", link = ""]) => {
    const problem = problemOf(tag, link.replaceAll("&amp;", "&"), page, base);
    return problem === undefined ? [] : [`${page}: ${link} ${problem}`];
  });
}

function problemOf(tag: string, link: string, page: string, base: string): string | undefined {
  if (link.startsWith("data:")) return undefined;
  if (/^[a-z]+:/.test(link)) return tag === "a" ? undefined : "is not a file of the site";
  const url = new URL(link, `http://site${base}${page}`);
  if (!url.pathname.startsWith(base)) return "is outside of the base";
  const file = fileAt(decodeURI(url.pathname.slice(base.length)));
  if (file === undefined) return "does not exist";
  if (url.hash === "" || !file.endsWith(".html")) return undefined;
  return idsOf(file).has(decodeURIComponent(url.hash.slice(1))) ? undefined : "has no such anchor";
}

/** Returns the file that a server of static files sends for a path. */
function fileAt(path: string): string | undefined {
  const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
  return statSync(join(DIST, file), { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

const ids = new Map<string, Set<string>>();

function idsOf(file: string): Set<string> {
  const known = ids.get(file);
  if (known !== undefined) return known;
  const html = readFileSync(join(DIST, file), "utf8");
  const found = new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id = ""]) => id));
  ids.set(file, found);
  return found;
}

const TYPES: Readonly<Record<string, string>> = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };

/** Serves the site under a base, as any server of static files does. */
export async function serveSite(base: string): Promise<{ readonly url: string; readonly server: Server }> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "", "http://site");
    const file = pathname.startsWith(base) ? fileAt(decodeURI(pathname.slice(base.length))) : undefined;
    response.statusCode = file === undefined ? 404 : 200;
    response.setHeader("content-type", TYPES[extname(file ?? ".html")] ?? "application/octet-stream");
    response.end(file === undefined ? "not found" : await readFile(join(DIST, file)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`, server };
}
