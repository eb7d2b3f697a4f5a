/** A fenced block of a Markdown file. */
export interface Block {
  /** The language after the fence, such as "ts". */
  readonly language: string;
  readonly code: string;
  /** The heading above and the line, for messages. */
  readonly place: string;
}

/** Returns the fenced blocks of a Markdown text, in order. */
export function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  let heading = "the start";
  let open: { language: string; place: string; lines: string[] } | undefined;
  for (const [index, line] of markdown.split("\n").entries()) {
    const fence = /^```(\w*)$/.exec(line);
    if (open && fence) {
      blocks.push({ language: open.language, place: open.place, code: `${open.lines.join("\n")}\n` });
      open = undefined;
    } else if (open) open.lines.push(line);
    else if (fence) open = { language: fence[1] ?? "", place: `${heading}, line ${index + 1}`, lines: [] };
    else heading = /^#+ (.*)$/.exec(line)?.[1] ?? heading;
  }
  if (open) throw new Error(`the block at ${open.place} is not closed`);
  return blocks;
}

/**
 * Returns the expectations in the comments of a block: a line of output for each `console.log(…); // output`, and
 * the error in a comment `// throws CODE: message`. "…" matches any text.
 */
export function promisesOf(code: string): { readonly output: RegExp; readonly error: RegExp | undefined } {
  const lines = [...code.matchAll(/^\s*console\.log\(.*\); \/\/ (.*)$/gm)].map(([, text = ""]) => pattern(text));
  const thrown = /^\/\/ throws (\w+): (.*)$/m.exec(code);
  return {
    output: new RegExp(`^${lines.map((line) => `${line}\n`).join("")}$`),
    error: thrown ? new RegExp(`${pattern(thrown[2] ?? "")}[^]*code: '${thrown[1]}'`) : undefined,
  };
}

/** Returns the packages in the first line of a block, `// Setup: npm install NAME…`. */
export function setupOf(code: string): string[] {
  return /^\/\/ Setup: npm install (.*)$/m.exec(code.split("\n", 1)[0] ?? "")?.[1]?.split(" ") ?? [];
}

/** Returns a pattern for output that contains a text, in which "…" matches any text. */
export function outputPattern(text: string): RegExp {
  return new RegExp(pattern(text));
}

function pattern(text: string): string {
  return text
    .split("…")
    .map((part) => part.trim().replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"))
    .join("[^]*");
}
