import type { CommandName } from "./commands.js";

/** Commands of other tools, and what people type, by what they are called here. Two words are one with a space. */
const ALIASES: Readonly<Record<CommandName, readonly string[]>> = {
  mint: [
    "create-token",
    "token create",
    "token-create",
    "create",
    "generate",
    "generate-token",
    "token generate",
    "gen",
    "sign",
    "encode",
    "issue",
    "new",
    "join-token",
  ],
  verify: ["verify-token", "token verify", "validate", "validate-token", "check"],
  inspect: [
    "decode",
    "decode-token",
    "token decode",
    "token inspect",
    "debug",
    "debug-token",
    "show",
    "info",
    "explain",
    "read",
  ],
  lint: ["doctor", "diagnose", "audit"],
  schema: ["schemas", "json-schema", "types"],
  diff: ["compare"],
  targets: ["target", "servers", "releases", "versions"],
  completion: ["completions", "complete", "autocomplete"],
};

/** A name of a command that is another one here. */
export interface Alias {
  readonly name: CommandName;
  readonly alias: string;
  /** How many words of the line name it. */
  readonly words: 1 | 2;
}

/** Returns the command that the first words of a line mean. */
export function aliasOf([first = "", second = ""]: readonly string[]): Alias | undefined {
  for (const [name, aliases] of Object.entries(ALIASES) as [CommandName, readonly string[]][]) {
    if (aliases.includes(`${first} ${second}`)) return { name, alias: `${first} ${second}`, words: 2 };
    if (aliases.includes(first)) return { name, alias: first, words: 1 };
  }
  return undefined;
}
