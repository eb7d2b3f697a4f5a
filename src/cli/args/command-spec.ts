/** An option of a command. */
export interface OptionSpec {
  /** Its effect, to be read after its name. */
  readonly help: string;
  /** The name of its value, such as "FILE". An option without a value is a flag. */
  readonly value?: string;
  /** A single letter for it. */
  readonly short?: string;
  /** The values that a shell completes. */
  readonly choices?: readonly string[];
  /** The reason why the option is accepted and has no effect, which is printed. */
  readonly note?: string;
  /** Whether it may be given more than once. */
  readonly many?: true;
  /** The environment variable that is read when it is not given. */
  readonly env?: string;
}

/** A positional argument of a command. */
export interface ArgumentSpec {
  readonly help: string;
  readonly optional?: true;
}

/** An example, as a line for `sh`. Tests run it, with LIVEKIT_API_KEY and LIVEKIT_API_SECRET set. */
export interface Example {
  readonly says: string;
  readonly line: string;
}

/** A command, as the parser, the help and the reference see it. */
export interface CommandSpec {
  readonly summary: string;
  /** Paragraphs of details. */
  readonly details: readonly string[];
  readonly arguments: Readonly<Record<string, ArgumentSpec>>;
  readonly options: Readonly<Record<string, OptionSpec>>;
  readonly examples: readonly Example[];
  /** Answers to options of other tools that have none here, by their names; for the others the nearest is suggested. */
  readonly answers?: Readonly<Record<string, string>>;
}

/** The arguments and options of a call, in the types of the table. */
export interface Given<Spec extends CommandSpec = CommandSpec> {
  readonly options: { readonly [Name in keyof Spec["options"]]: ValueOf<Spec["options"][Name]> };
  readonly arguments: { readonly [Name in keyof Spec["arguments"]]: ArgumentOf<Spec["arguments"][Name]> };
}

type ValueOf<Spec extends OptionSpec> = Spec extends { readonly many: true }
  ? readonly string[]
  : Spec extends { readonly value: string }
    ? string | undefined
    : boolean;

type ArgumentOf<Spec extends ArgumentSpec> = Spec extends { readonly optional: true } ? string | undefined : string;

/** The option that every command has. */
export const HELP: OptionSpec = { help: "print this help", short: "h" };
