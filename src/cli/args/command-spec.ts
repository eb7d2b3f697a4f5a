/** An option of a command. */
export interface OptionSpec {
  /** What it does, to be read after its name. */
  readonly help: string;
  /** What its value is, such as "FILE"; an option without is a flag. */
  readonly value?: string;
  /** The letter that stands for it as well. */
  readonly short?: string;
  /** The values that are completed in a shell. */
  readonly choices?: readonly string[];
  /** Set for an option that is accepted and does nothing: the reason, which is noted. */
  readonly note?: string;
  /** Whether it may be given more than once. */
  readonly many?: true;
  /** The environment variable that is read when it is not given. */
  readonly env?: string;
}

/** What follows a command without a name. */
export interface ArgumentSpec {
  readonly help: string;
  readonly optional?: true;
}

/** A line for `sh` that shows a command at work. Tests run it, with LIVEKIT_API_KEY and LIVEKIT_API_SECRET set. */
export interface Example {
  readonly says: string;
  readonly line: string;
}

/** All that the parser, the help and the reference know of a command. */
export interface CommandSpec {
  readonly summary: string;
  /** What else there is to know: paragraphs. */
  readonly details: readonly string[];
  readonly arguments: Readonly<Record<string, ArgumentSpec>>;
  readonly options: Readonly<Record<string, OptionSpec>>;
  readonly examples: readonly Example[];
  /** Answers to options of other tools that have none here, by their names; for the others the nearest is suggested. */
  readonly answers?: Readonly<Record<string, string>>;
}

/** What was given on the command line, in the types that the table says. */
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

/** Options that a command has beyond those of the table, whatever the command. */
export const HELP: OptionSpec = { help: "print this help", short: "h" };
