import { readFileSync } from "node:fs";

/** The content of test/languages/measured.json: the measurements of each language's generated types. */
export interface Measured {
  readonly languages: readonly MeasuredLanguage[];
}

export interface MeasuredLanguage {
  readonly id: string;
  /** The generator and its version. */
  readonly tool: string;
  /** The titles that the generator spells differently, with its spelling. */
  readonly renamed: Readonly<Record<string, string>>;
  /** The titles for which the generator declares no type. */
  readonly undeclared: readonly string[];
  /**
   * The results of decoding and encoding a payload with a part: by the description of the part, "kept", "dropped",
   * "refused" (the payload does not decode), "absent" (the payload did not have it), or "becomes" and the JSON in
   * its place. Empty when nothing could be run.
   */
  readonly answers: Readonly<Record<string, string>>;
}

export const MEASURED = new URL("../../test/languages/measured.json", import.meta.url);

export function readMeasured(): Measured {
  return JSON.parse(readFileSync(MEASURED, "utf8"));
}
