import { readFile } from "node:fs/promises";
import { type File, Instrumenter } from "@stryker-mutator/instrumenter";
import { fingerprint, hashOf } from "./fingerprint.js";

/** A change to one expression or statement of a file. */
export interface Mutant {
  /** The number of the mutant in the instrumented code. */
  readonly id: string;
  readonly file: string;
  readonly line: number;
  /** The mutator of Stryker, such as "StringLiteral". */
  readonly mutator: string;
  readonly original: string;
  readonly replacement: string;
  /** Identifies the mutant as long as the code of its file is the same. */
  readonly hash: string;
}

/** A file of src/ that holds all its mutants, switched off. */
export interface Instrumented {
  readonly file: string;
  readonly fingerprint: string;
  /** TypeScript in which `globalThis.__stryker__.activeMutant` selects the mutant that is on. */
  readonly code: string;
  readonly mutants: readonly Mutant[];
}

const quiet = () => {};
const logger = {
  ...{ trace: quiet, debug: quiet, info: quiet, warn: console.warn, error: console.error, fatal: console.error },
  ...{ isTraceEnabled: () => false, isDebugEnabled: () => false, isInfoEnabled: () => false },
  ...{ isWarnEnabled: () => true, isErrorEnabled: () => true, isFatalEnabled: () => true },
};

/** Puts the mutants of Stryker into files. The ids are unique among the files of one call. */
export async function instrument(files: readonly string[]): Promise<Instrumented[]> {
  const sources = new Map<string, string>();
  for (const file of files) sources.set(file, await readFile(file, "utf8"));
  const input: File[] = [...sources].map(([name, content]) => ({ name, content, mutate: true }));
  const options = { plugins: null, excludedMutations: [], ignorers: [] };
  const { files: output, mutants } = await new Instrumenter(logger).instrument(input, options);
  return Promise.all(
    output.map(async ({ name, content }) => {
      const source = sources.get(name) as string;
      const code = await fingerprint(source);
      const lines = source.split("\n");
      const seen = new Map<string, number>();
      return {
        file: name,
        fingerprint: code,
        code: content,
        mutants: mutants
          .filter(({ fileName }) => fileName === name)
          .map(({ id, location, mutatorName: mutator, replacement }) => {
            const original = textAt(lines, location);
            const identity = JSON.stringify([mutator, original, replacement]);
            const occurrence = seen.get(identity) ?? 0;
            seen.set(identity, occurrence + 1);
            const hash = hashOf(`${name} ${code} ${identity} ${occurrence}`);
            return { id, file: name, line: location.start.line + 1, mutator, original, replacement, hash };
          }),
      };
    }),
  );
}

interface Place {
  readonly line: number;
  readonly column: number;
}

/** Returns the text between two places, which count from 0. */
function textAt(lines: readonly string[], { start, end }: { readonly start: Place; readonly end: Place }): string {
  const text = lines.slice(start.line, end.line + 1);
  const last = text.length - 1;
  text[last] = (text[last] as string).slice(0, end.column);
  text[0] = (text[0] as string).slice(start.column);
  return text.join("\n");
}
