import type { CommandSpec, Given } from "./args/command-spec.js";
import { completion } from "./commands/completion/action.js";
import { diff } from "./commands/diff/action.js";
import { inspect } from "./commands/inspect/action.js";
import { lint } from "./commands/lint/action.js";
import { mint } from "./commands/mint/action.js";
import { schema } from "./commands/schema/action.js";
import { targets } from "./commands/targets/action.js";
import { verify } from "./commands/verify/action.js";
import { COMMANDS, type CommandName } from "./commands.js";
import type { ExitCode, Io } from "./terminal/io.js";

/** What a command does. */
export type Action<Spec extends CommandSpec> = (given: Given<Spec>, io: Io) => Promise<ExitCode>;

export const ACTIONS: { readonly [Name in CommandName]: Action<(typeof COMMANDS)[Name]> } = {
  mint,
  verify,
  inspect,
  lint,
  schema,
  diff,
  targets,
  completion: (given, io) => completion(given, io, COMMANDS),
};
