import { readFileSync } from "node:fs";
import { copyFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { type DefaultTheme, defineConfig } from "vitepress";
import { apiEntries } from "../../scripts/docs/api-reference.js";
import { copiedPages, DOCS, ROOT } from "../../scripts/docs/pages.js";
import { type Site, siteLink } from "../../scripts/docs/site-link.js";

const { version, description, repository } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
const site: Site = { copied: copiedPages(), repository: repository.url.replace(/^git\+|\.git$/g, "") };

/** The inspector, one file that needs no other. `npm run build` makes it. */
const INSPECTOR = join(ROOT, "dist", "inspector.html");

/**
 * Small changes to the default theme. The label of a code block has too little contrast for WCAG AA, as has the default
 * highlighting. The keys on the button of the search are part of its text, but not of its name for screen readers. Output
 * of commands and tables of two columns fit a phone when they wrap.
 */
const STYLE = `
html:root { --vp-code-lang-color: var(--vp-c-text-2) }
.DocSearch-Button-Keys { display: none !important }
.vp-doc .language-text code { white-space: pre-wrap }
@media (max-width: 640px) { .vp-doc table:not(:has(th:nth-child(3))) code { overflow-wrap: anywhere } }
`;

export default defineConfig({
  title: "livekit-claims",
  description,
  lang: "en",
  base: process.env.DOCS_BASE ?? "/",
  rewrites: { "decisions/README.md": "decisions/index.md" },
  head: [["style", {}, STYLE]],
  markdown: {
    theme: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" },
    config(md) {
      md.core.ruler.push("site-links", ({ tokens, env }) => {
        for (const token of tokens.flatMap(({ children }) => children ?? [])) {
          const href = token.type === "link_open" ? token.attrGet("href") : null;
          if (href !== null) token.attrSet("href", siteLink(site, env.relativePath, href));
        }
      });
    },
  },
  themeConfig: {
    search: { provider: "local" },
    outline: { level: [2, 3] },
    socialLinks: [{ icon: "github", link: site.repository }],
    nav: [
      { text: "Guide", link: "/start", activeMatch: "^/(start|guides|recipes|moving|why-401)" },
      { text: "Reference", link: "/reference", activeMatch: "^/reference" },
      { text: "Inspector", link: "/inspector/index.html", target: "_self" },
      { text: version, link: "/reference/changelog" },
    ],
    // The first that fits is taken.
    sidebar: { "/reference": reference(), "/": guide() },
  },
  async buildEnd({ outDir }) {
    await mkdir(join(outDir, "inspector"), { recursive: true });
    await copyFile(INSPECTOR, join(outDir, "inspector", "index.html"));
  },
});

function guide(): DefaultTheme.SidebarItem[] {
  return [
    { text: "Introduction", items: pages("start", "why-401") },
    {
      text: "Guides",
      items: pages(
        "guides/minting",
        "guides/templates",
        "guides/verifying",
        "guides/errors",
        "guides/permissions",
        "guides/targets",
        "guides/room-configuration",
        "guides/key-rotation",
        "guides/testing",
      ),
    },
    {
      text: "Recipes",
      items: pages(
        "recipes/token-endpoint",
        "recipes/webhooks",
        "recipes/guard",
        "recipes/nextjs",
        "recipes/nestjs",
        "recipes/workers",
        "recipes/react-native",
        "recipes/jest",
      ),
    },
    { text: "Moving from", items: pages("moving/node", "moving/go", "moving/python", "moving/rust") },
    { text: "Decisions", items: [{ text: "All decisions", link: "/decisions/" }] },
  ];
}

function reference(): DefaultTheme.SidebarItem[] {
  const entries = apiEntries().map((name) => name.replace(/\.ts$/, ""));
  const generated = [...site.copied].filter(([file]) => file.startsWith("generated/docs/")).map(([, page]) => page);
  const inFolder = (folder: string): DefaultTheme.SidebarItem[] =>
    generated
      .filter((page) => page.startsWith(`reference/${folder}/`))
      .sort((a, b) => Number(b.endsWith("/index.md")) - Number(a.endsWith("/index.md")))
      .flatMap((page) => pages(page.replace(/\.md$/, "")));
  return [
    {
      text: "API",
      link: "/reference/api/",
      items: entries.map((name) => ({
        text: name === "index" ? "livekit-claims" : `livekit-claims/${name}`,
        link: `/reference/api/${name}/`,
      })),
    },
    { text: "Claims and grants", items: inFolder("schema") },
    {
      text: "Tools",
      items: pages("reference/cli", "reference/lint", "reference/schemas", "reference/vectors"),
    },
    { text: "SDKs and servers", items: pages("reference/conformance", "reference/sdk-coverage") },
    { text: "Other languages", items: inFolder("languages") },
    { text: "Project", items: pages("reference/changelog", "reference/security", "reference/contributing") },
  ];
}

/** Returns links to pages, each with the heading of the page for its text. */
function pages(...names: string[]): DefaultTheme.SidebarItem[] {
  return names.map((name) => {
    const text = readFileSync(join(ROOT, DOCS, `${name}.md`), "utf8");
    const heading = /^# (.*)$/m.exec(text)?.[1];
    if (heading === undefined) throw new Error(`${name}.md has no heading`);
    return { text: heading.replaceAll("`", ""), link: `/${name.replace(/\/index$/, "/")}` };
  });
}
