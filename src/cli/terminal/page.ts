import { escapeControls } from "../../json/escape-controls.js";
import type { Output } from "./io.js";

/** The codes that switch each on and off: SGR, "select graphic rendition" of ECMA-48. */
const INKS = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  cyan: [36, 39],
} as const;

export type Ink = keyof typeof INKS;

interface Painted {
  readonly ink: Ink;
  readonly text: string;
}

/** A piece of a line. Its control characters are escaped when it is printed. */
export type Part = string | Painted;

export function paint(ink: Ink, text: string): Painted {
  return { ink, text };
}

/** Writes lines of text. Everything but JSON reaches a terminal through here, so that it is escaped. */
export function print(output: Output, lines: readonly (Part | readonly Part[])[]): void {
  // A stream is opened at the first write.
  if (lines.length === 0) return;
  const parts = (line: Part | readonly Part[]): readonly Part[] => (Array.isArray(line) ? line : [line as Part]);
  output.write(
    lines
      .map(
        (line) =>
          `${parts(line)
            .map((part) => render(part, output.color))
            .join("")}\n`,
      )
      .join(""),
  );
}

function render(part: Part, color: boolean): string {
  if (typeof part === "string") return escapeControls(part);
  const [on, off] = INKS[part.ink];
  return color ? `\u001b[${on}m${escapeControls(part.text)}\u001b[${off}m` : escapeControls(part.text);
}

/**
 * Returns whether to print in color: on a terminal that has colors, unless NO_COLOR is set (https://no-color.org). With
 * FORCE_COLOR, also without a terminal.
 */
export function wantsColor(env: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== "0";
  return isTerminal && env.TERM !== "dumb";
}
