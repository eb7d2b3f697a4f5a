import type { CommandName } from "./commands.js";

/** Names of commands in other tools, and other names that people type, by our command. A name may be of two words. */
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

/** Another name of a command. */
export interface Alias {
  readonly name: CommandName;
  readonly alias: string;
  /** The number of its words. */
  readonly words: 1 | 2;
}

/** Returns the command that the first words of a line are another name of. */
export function aliasOf([first = "", second = ""]: readonly string[]): Alias | undefined {
  for (const [name, aliases] of Object.entries(ALIASES) as [CommandName, readonly string[]][]) {
    if (aliases.includes(`${first} ${second}`)) return { name, alias: `${first} ${second}`, words: 2 };
    if (aliases.includes(first)) return { name, alias: first, words: 1 };
  }
  return undefined;
}
