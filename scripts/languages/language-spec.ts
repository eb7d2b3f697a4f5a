import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const GENERATORS = fileURLToPath(new URL("../../test/languages/generators/", import.meta.url));

/**
 * The content of a language.json: how to use a code generator of another language with a bundle. The page of the
 * language shows it, and `npm run test:languages` does what the page says. In commands, `{bundle}` and `{version}`
 * are replaced by these members.
 */
export interface LanguageSpec {
  /** The name of the folder in test/languages/generators/, and of the page. */
  readonly id: string;
  /** The usual name of the language. */
  readonly title: string;
  /** The name of the generator's package. */
  readonly tool: string;
  /** The URL of the generator. */
  readonly homepage: string;
  /** The release of the generator that is tested. */
  readonly version: string;
  /** The output of the generator, such as "pydantic v2 models". */
  readonly output: string;
  /** The input file in generated/bundles/. The suite copies it into the folder of the commands. */
  readonly bundle: string;
  /** Commands that print the versions of required tools, such as "go version". */
  readonly needs: readonly string[];
  /** The commands that install the generator. They run in one shell. */
  readonly install: readonly string[];
  /** The commands that generate, in a folder with the bundle and the {@link files}. */
  readonly generate: readonly string[];
  /** The commands that compile the example, if it has to be compiled. */
  readonly build?: readonly string[];
  /** The commands that run the example. Absent without a compiler; then nothing is run. */
  readonly run?: readonly string[];
  /** The generated files or folders. */
  readonly generated: readonly string[];
  /**
   * A regular expression (flags "gm") for the type declarations in these files. Its first group is the name of a
   * type.
   */
  readonly declaration: string;
  /**
   * Other files of the folder that a reader needs, such as a pom.xml. The page shows them before the step that
   * generates.
   */
  readonly files?: readonly string[];
  /** The example, a file of the folder. Its output must be the content of example.out. */
  readonly example?: string;
  /** The info string of the example's code block, such as "python". */
  readonly highlight: string;
  /** Facts that no test measures. The page lists them. */
  readonly notes?: readonly string[];

  // Members that only the suite needs. No page shows them.

  /** Files of the folder that the installation reads, such as a list of pinned versions. */
  readonly manifests?: readonly string[];
  /**
   * Folders to put in front of PATH. `{install}` is the folder of the installation, the parent of the folder of the
   * build.
   */
  readonly path?: readonly string[];
  /**
   * Variables that keep the installation inside `{install}`, such as GOBIN. `{source}` is the folder of the
   * language.
   */
  readonly env?: Readonly<Record<string, string>>;
  /**
   * The program that decodes and encodes payloads, line by line. test/languages/generators/README.md has its
   * protocol.
   */
  readonly roundtrip?: { readonly build?: readonly string[]; readonly run: readonly string[] };
}

/** Reads all languages, sorted by id. Each is a folder of test/languages/generators/ with a language.json. */
export function readLanguages(): LanguageSpec[] {
  const entries = readdirSync(GENERATORS, { withFileTypes: true });
  const ids = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return ids.sort().map(readLanguage);
}

/** Returns the folder of a language. */
export const folderOf = ({ id }: Pick<LanguageSpec, "id">): string => join(GENERATORS, id);

function readLanguage(id: string): LanguageSpec {
  const spec: Omit<LanguageSpec, "id"> = JSON.parse(readFileSync(join(folderOf({ id }), "language.json"), "utf8"));
  const fill = (commands: readonly string[]): string[] =>
    commands.map((command) => command.replaceAll("{bundle}", spec.bundle).replaceAll("{version}", spec.version));
  return {
    ...spec,
    id,
    install: fill(spec.install),
    generate: fill(spec.generate),
    ...(spec.build && { build: fill(spec.build) }),
    ...(spec.run && { run: fill(spec.run) }),
  };
}
