import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("../../test/languages/walkthroughs/", import.meta.url));

/** The pages that have walkthroughs. Each is a folder of test/languages/walkthroughs/. */
export type WalkthroughGroup = "builds" | "draft-04" | "openapi" | "ruby" | "validators";

/**
 * The use of a tool from an empty folder to a result, from a walkthrough.json. A page shows it, and
 * `npm run test:languages` follows the page.
 */
export interface Walkthrough {
  readonly group: WalkthroughGroup;
  /** The name of its folder. */
  readonly id: string;
  /** Commands that print the versions of required programs, such as "go version". */
  readonly needs: readonly string[];
  /** The files of generated/bundles/ that it reads, by their names in the folder of the commands. */
  readonly bundles: Readonly<Record<string, string>>;
  /** The commands that install the tool. */
  readonly install?: readonly string[];
  /** The files that the reader writes, in the order of the page. */
  readonly files: readonly string[];
  /** The commands that generate or compile. */
  readonly build?: readonly string[];
  /** The commands whose output is the content of prints.txt. */
  readonly run: readonly string[];
  readonly notes?: readonly string[];
}

/** Reads the walkthroughs of a page, sorted by id. */
export function readWalkthroughs(group: WalkthroughGroup): Walkthrough[] {
  const entries = readdirSync(join(FOLDER, group), { withFileTypes: true });
  const ids = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return ids.sort().map((id) => ({ ...JSON.parse(read({ group, id }, "walkthrough.json")), group, id }));
}

/** Returns the walkthrough as Markdown, without a heading. */
export function walkthroughText(walkthrough: Walkthrough): string {
  const { bundles, install, files, build, run, notes = [] } = walkthrough;
  return [
    `In a folder with ${Object.entries(bundles).map(bundleName).join(" and ")}:`,
    ...shell(install),
    ...files.flatMap((file) => [`\`${file}\`:`, fence(infoOf(file), read(walkthrough, file).trimEnd())]),
    ...shell(build),
    ...shell(run),
    "It prints:",
    fence("text", read(walkthrough, "prints.txt").trimEnd()),
    ...notes,
  ].join("\n\n");
}

function bundleName([name, bundle]: readonly [string, string]): string {
  return name === bundle ? `\`${bundle}\`` : `\`${bundle}\` under the name \`${name}\``;
}

function shell(commands: readonly string[] | undefined): string[] {
  return commands === undefined ? [] : [fence("sh", commands.join("\n"))];
}

/** The info strings of code blocks, by the extensions of files whose extension is not the info string. */
const INFO: Readonly<Record<string, string>> = { mjs: "js", py: "python", rb: "ruby", rs: "rust" };

function infoOf(file: string): string {
  const extension = file.slice(file.lastIndexOf(".") + 1);
  return INFO[extension] ?? extension;
}

function fence(info: string, text: string): string {
  return `\`\`\`${info}\n${text}\n\`\`\``;
}

function read({ group, id }: Pick<Walkthrough, "group" | "id">, file: string): string {
  return readFileSync(join(FOLDER, group, id, file), "utf8");
}
