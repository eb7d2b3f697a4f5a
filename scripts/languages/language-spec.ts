import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const GENERATORS = fileURLToPath(new URL("../../test/languages/generators/", import.meta.url));

/**
 * What a language.json says: how a code generator of another language is used with a bundle. Its page shows it, and
 * `npm run test:languages` does what the page says. In commands, `{bundle}` and `{version}` stand for those members.
 */
export interface LanguageSpec {
  /** The name of its folder in test/languages/generators/, and of its page. */
  readonly id: string;
  /** The language, as its users write it. */
  readonly title: string;
  /** The generator, by the name of its package. */
  readonly tool: string;
  /** Where readers find the generator. */
  readonly homepage: string;
  /** The one release of the generator that it is checked with. */
  readonly version: string;
  /** What the generator makes, such as "pydantic v2 models". */
  readonly output: string;
  /** The file in generated/bundles/ that it is made from; the suite copies it into the folder that commands run in. */
  readonly bundle: string;
  /** Commands that print the version of what must be there, such as "go version". */
  readonly needs: readonly string[];
  /** What a reader types to install the generator, all in one shell. */
  readonly install: readonly string[];
  /** What a reader types to generate, in a folder that holds the bundle and the {@link files}. */
  readonly generate: readonly string[];
  /** What a reader types after that, if the example has to be compiled. */
  readonly build?: readonly string[];
  /** What a reader types to run the example. Absent where there is no compiler: then nothing is run. */
  readonly run?: readonly string[];
  /** The files or folders that are generated. */
  readonly generated: readonly string[];
  /** A regular expression (flags "gm") that finds each declaration of a type there; its first group is the name. */
  readonly declaration: string;
  /** Further files of the folder that a reader needs, such as a pom.xml. The page shows them before anything is generated. */
  readonly files?: readonly string[];
  /** The example, a file of the folder. What it prints must be its example.out. */
  readonly example?: string;
  /** The info string of the example's code block, such as "python". */
  readonly highlight: string;
  /** Facts that no test measures; the page lists them. */
  readonly notes?: readonly string[];

  // What only the suite needs, and no page shows.

  /** Files of the folder that installing reads, such as a list of pinned versions. */
  readonly manifests?: readonly string[];
  /** Folders that are put in front of PATH. `{install}` is the folder that is installed in, above that of the build. */
  readonly path?: readonly string[];
  /** Variables that keep what is installed inside `{install}`, such as GOBIN; `{source}` is the spec's own folder. */
  readonly env?: Readonly<Record<string, string>>;
  /** The program that decodes and encodes again, line by line; test/languages/generators/README.md says how. */
  readonly roundtrip?: { readonly build?: readonly string[]; readonly run: readonly string[] };
}

/** All languages, by id: each is a folder of test/languages/generators/ with a language.json. */
export function readLanguages(): LanguageSpec[] {
  const entries = readdirSync(GENERATORS, { withFileTypes: true });
  const ids = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return ids.sort().map(readLanguage);
}

/** The folder of a language. */
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
