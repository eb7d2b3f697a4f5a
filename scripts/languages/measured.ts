import { readFileSync } from "node:fs";

/** What test/languages/measured.json holds: what the suite found out about each language's generated types. */
export interface Measured {
  readonly languages: readonly MeasuredLanguage[];
}

export interface MeasuredLanguage {
  readonly id: string;
  /** The generator and its version. */
  readonly tool: string;
  /** The titles that the generator spells otherwise, and its spelling. */
  readonly renamed: Readonly<Record<string, string>>;
  /** The titles that it declares no type for. */
  readonly undeclared: readonly string[];
  /**
   * What became of parts of a payload: by the part in words, "kept", "dropped", "refused" (the payload does not decode),
   * "absent" (it was not there), or "becomes" and the JSON that is in its place. Empty where nothing could be run.
   */
  readonly answers: Readonly<Record<string, string>>;
}

export const MEASURED = new URL("../../test/languages/measured.json", import.meta.url);

export function readMeasured(): Measured {
  return JSON.parse(readFileSync(MEASURED, "utf8"));
}
