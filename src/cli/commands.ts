import { completion } from "./commands/completion/spec.js";
import { diff } from "./commands/diff/spec.js";
import { inspect } from "./commands/inspect/spec.js";
import { lint } from "./commands/lint/spec.js";
import { mint } from "./commands/mint/spec.js";
import { schema } from "./commands/schema/spec.js";
import { targets } from "./commands/targets/spec.js";
import { verify } from "./commands/verify/spec.js";

/** The commands by name. The parser, the help and generated/docs/cli.md are made from this table. */
export const COMMANDS = { mint, verify, inspect, lint, schema, diff, targets, completion } as const;

export type CommandName = keyof typeof COMMANDS;

export function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name);
}
