import { diff } from "./actions/diff.js";
import { inspect } from "./actions/inspect.js";
import { lint } from "./actions/lint.js";
import { mint } from "./actions/mint.js";
import { schema } from "./actions/schema.js";
import { targets } from "./actions/targets.js";
import { verify } from "./actions/verify.js";
import type { CommandSpec, Given } from "./command.js";
import type { COMMANDS, CommandName } from "./commands.js";
import type { ExitCode, Io } from "./io.js";

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
};
