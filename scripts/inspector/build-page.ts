import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { type BuildOptions, build } from "esbuild";
import { sha256 } from "../emit/output/sha256.js";

/** Where the page is built to. The command line serves it, and the site copies it. */
export const PAGE = "dist/inspector.html";

/** Bytes of the page, gzipped. */
export const PAGE_BUDGET = 76_000;

const SOURCE = "src/inspector/page";

const OPTIONS: BuildOptions = {
  bundle: true,
  minify: true,
  write: false,
  target: "es2022",
  platform: "browser",
  format: "iife",
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
};

/** Builds the page into one file, whose policy allows its own script and style by their hashes and no connection. */
export async function buildPage(): Promise<string> {
  const [template, manifest, script, style] = await Promise.all([
    readFile(`${SOURCE}/page.html`, "utf8"),
    readFile("package.json", "utf8"),
    bundle({ entryPoints: [`${SOURCE}/main.ts`], alias: { "#jws": "./src/jws/web.ts" } }),
    bundle({ entryPoints: [`${SOURCE}/style.css`] }),
  ]);
  const { version, homepage } = JSON.parse(manifest) as { version: string; homepage: string };
  const parts: Readonly<Record<string, string>> = {
    "%policy%": policyOf(script, style),
    "%version%": version,
    "%homepage%": homepage,
    "<style></style>": `<style>${style}</style>`,
    "<script></script>": `<script>${script}</script>`,
  };
  return Object.entries(parts).reduce((page, [place, part]) => {
    if (!page.includes(place)) throw new Error(`${SOURCE}/page.html: there is no ${place}`);
    return page.replace(place, () => part);
  }, template);
}

/** Returns the size of the page as it is sent. */
export function gzippedSize(page: string): number {
  return gzipSync(page, { level: 9 }).length;
}

async function bundle(options: BuildOptions): Promise<string> {
  const { outputFiles } = await build({ ...OPTIONS, ...options });
  return (outputFiles?.[0]?.text ?? "").trim();
}

function policyOf(script: string, style: string): string {
  return [
    "default-src 'none'",
    "connect-src 'none'",
    `script-src '${hash(script)}'`,
    `style-src '${hash(style)}'`,
    "img-src data:",
    // The page's own script, run once more, so that no text freezes the page.
    "worker-src blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

function hash(text: string): string {
  return `sha256-${sha256(text, "base64")}`;
}
