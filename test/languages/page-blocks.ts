/** A fenced block of code on a page. */
export interface Block {
  /** The heading above it. */
  readonly heading: string;
  /** The file that the line above names, if any. */
  readonly file: string | undefined;
  /** The info string, such as "sh". */
  readonly info: string;
  readonly text: string;
}

/** Returns all fenced blocks of a page, in order. */
export function blocksOf(page: string): Block[] {
  const blocks: Block[] = [];
  let heading = "";
  let said = "";
  const lines = page.split("\n").values();
  for (const line of lines) {
    if (line.startsWith("#")) heading = line.replace(/^#+ /, "");
    if (line.startsWith("```")) {
      const file = /^`([^`]+)`:$/.exec(said)?.[1];
      blocks.push({ heading, file, info: line.slice(3), text: untilFence(lines) });
    }
    if (line !== "") said = line;
  }
  return blocks;
}

function untilFence(lines: Iterator<string>): string {
  let text = "";
  for (let next = lines.next(); !next.done && next.value !== "```"; next = lines.next()) text += `${next.value}\n`;
  return text;
}

/** The commands, files and expected output on a page. */
export interface Instructions {
  readonly install: string;
  readonly generate: string;
  readonly files: ReadonlyMap<string, string>;
  /** Absent when nothing is compiled. */
  readonly build: string | undefined;
  /** Absent when nothing is run. */
  readonly run: string | undefined;
  readonly prints: string | undefined;
}

export function instructionsOf(page: string): Instructions {
  const blocks = blocksOf(page);
  const under = (heading: string, info = "sh"): string | undefined =>
    blocks.find((block) => block.heading === heading && block.info === info)?.text;
  const isOwn = ({ heading }: Block): boolean => heading === "Generate" || heading === "Example";
  const files = blocks.filter(isOwn).flatMap(({ file, text }) => (file === undefined ? [] : [[file, text] as const]));
  return {
    install: under("Install") ?? "",
    generate: under("Generate") ?? "",
    files: new Map(files),
    build: under("Build"),
    run: under("Run"),
    prints: under("Run", "text"),
  };
}
