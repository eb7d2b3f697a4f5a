import { diff } from "./commands/diff.js";
import { inspect } from "./commands/inspect.js";
import { lint } from "./commands/lint.js";
import { mint } from "./commands/mint.js";
import { schema } from "./commands/schema.js";
import { targets } from "./commands/targets.js";
import { verify } from "./commands/verify.js";

/** Every command by its name. The one table: the parser, the help and generated/docs/cli.md are made of it. */
export const COMMANDS = { mint, verify, inspect, lint, schema, diff, targets } as const;

export type CommandName = keyof typeof COMMANDS;

export function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name);
}
